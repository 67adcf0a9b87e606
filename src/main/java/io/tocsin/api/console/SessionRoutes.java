package io.tocsin.api.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Access;
import io.tocsin.api.access.Scope;

/**
 * Lets a browser read with a cookie, since its event streams cannot send a header. The cookie is
 * the token it came with, out of reach of scripts and of other sites; {@link Access} takes it for
 * reading alone, so nobody can be made to act by it.
 */
public final class SessionRoutes implements Routes {
  private static final String PATH = "/api/v1";
  private static final int NO_CONTENT = 204;
  private static final int UNTIL_CLOSED = -1;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(PATH + "/session", SessionRoutes::open, Scope.READ);
  }

  private static void open(Context context) {
    Access.token(context)
        .ifPresent(
            token ->
                context.cookie(
                    new Cookie(
                        Access.COOKIE,
                        token,
                        PATH,
                        UNTIL_CLOSED,
                        context.scheme().equals("https"),
                        true,
                        null,
                        SameSite.STRICT)));
    context.status(NO_CONTENT);
  }
}
