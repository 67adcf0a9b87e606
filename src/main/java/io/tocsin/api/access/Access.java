package io.tocsin.api.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.util.Locale;
import java.util.Optional;

/** Lets a request through to a route whose scope its token has (RFC 6750). */
public final class Access implements Handler {
  /** What a browser reads with, once a session has been opened for it. */
  public static final String COOKIE = "tocsin_session";

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;

  public Access(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(Context context) {
    var asked = asked(context);
    var caller = caller(context, asked);
    if (!caller.may(asked)) {
      throw Refused.of(
              ProblemType.FORBIDDEN,
              "The token '%s' has not the scope %s. Use one that has, or make one with: tocsin tokens new --scope %s"
                  .formatted(caller.name(), asked.title(), asked.title()))
          .header(
              Header.WWW_AUTHENTICATE,
              "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(asked.title()));
    }
    caller.goesWith(context);
  }

  private Caller caller(Context context, Scope asked) {
    if (asked == Scope.OPEN || !tokens.areConfigured()) {
      return Caller.LOCAL;
    }
    return tokens
        .bearer(
            token(context)
                .or(() -> cookie(context, asked))
                .orElseThrow(
                    () -> unauthorized("Send a token with the scope " + asked.title(), "Bearer")))
        .orElseThrow(
            () ->
                unauthorized(
                    "The token is not one that is configured; send another one",
                    "Bearer error=\"invalid_token\""));
  }

  /** The token that a request bears in its header. */
  public static Optional<String> token(Context context) {
    return Optional.ofNullable(context.header(Header.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  /** A browser sends it unasked, so it is good for nothing but looking. */
  private static Optional<String> cookie(Context context, Scope asked) {
    return asked == Scope.READ && context.method() == HandlerType.GET
        ? Optional.ofNullable(context.cookie(COOKIE))
        : Optional.empty();
  }

  private static Refused unauthorized(String what, String challenge) {
    return Refused.of(
            ProblemType.UNAUTHORIZED, what + ", as the header: Authorization: Bearer TOKEN")
        .header(Header.WWW_AUTHENTICATE, challenge);
  }

  /** What a route does not say is the least that is ever asked of a stranger. */
  private static Scope asked(Context context) {
    return context.routeRoles().stream().map(Scope.class::cast).findFirst().orElse(Scope.READ);
  }
}
