package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.tocsin.api.access.Scope;

/** Routes that are read: GET, and HEAD beside each (RFC 9110, 9.1). */
final class Reads {
  private Reads() {}

  static void add(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler, Scope.READ);
    routes.head(path, handler, Scope.READ);
  }
}
