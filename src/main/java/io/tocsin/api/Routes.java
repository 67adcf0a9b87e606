package io.tocsin.api;

import io.javalin.config.RoutesConfig;

/**
 * Some routes of the API. A new part of it is one such class, named where the parts are put
 * together.
 *
 * <p>Each route names the {@link io.tocsin.api.access.Scope} that it asks for; one without asks for
 * {@code READ}. What goes wrong is thrown as a {@link Refused}.
 */
@FunctionalInterface
public interface Routes {
  void addTo(RoutesConfig routes);
}
