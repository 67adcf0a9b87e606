package io.tocsin.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem; what nobody foresaw is logged under an id. */
final class Failures implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(Refused.class, (refused, context) -> refused.answer().to(context));
    routes.exception(MethodNotAllowedResponse.class, Failures::otherMethod);
    routes.exception(NotFoundResponse.class, (e, context) -> notFound(context));
    routes.exception(HttpResponseException.class, Failures::asJavalinSays);
    routes.exception(Exception.class, Failures::unforeseen);
  }

  private static void otherMethod(MethodNotAllowedResponse e, Context context) {
    var allowed = e.getDetails().values().stream().findFirst().orElse("");
    context.header(Header.ALLOW, allowed);
    if (context.method() == HandlerType.OPTIONS) {
      context.status(204);
      return;
    }
    Refused.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "%s %s is not answered. Use one of: %s"
                .formatted(context.method(), context.path(), allowed))
        .answer()
        .to(context);
  }

  private static void notFound(Context context) {
    Refused.of(
            ProblemType.NOT_FOUND,
            "There is nothing at %s. What there is, is listed at /api/v1/openapi.json"
                .formatted(context.path()))
        .answer()
        .to(context);
  }

  private static void asJavalinSays(HttpResponseException e, Context context) {
    var type = e.getStatus() < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
    Refused.of(type, String.valueOf(e.getMessage())).answer().to(context);
  }

  private static void unforeseen(Exception e, Context context) {
    var id = UUID.randomUUID().toString();
    LOG.error("{} {} failed ({})", context.method(), context.path(), id, e);
    Refused.of(
            ProblemType.INTERNAL,
            "Try again; if it stays, look for %s in the log of this server.".formatted(id))
        .answer()
        .to(context);
  }
}
