package io.tocsin.api.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.util.Locale;

/** Lets a request through to a route whose scope its token has (RFC 6750). */
public final class Access implements Handler {
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
    var header = context.header(Header.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw unauthorized("Send a token with the scope " + asked.title(), "Bearer");
    }
    return tokens
        .bearer(header.substring(SCHEME.length()).strip())
        .orElseThrow(
            () ->
                unauthorized(
                    "The token is not one that is configured; send another one",
                    "Bearer error=\"invalid_token\""));
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
