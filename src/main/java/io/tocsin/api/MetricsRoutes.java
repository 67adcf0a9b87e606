package io.tocsin.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.api.access.Scope;

/** Every meter, as OpenMetrics 1.0 or in Prometheus' text format, as the request accepts. */
public final class MetricsRoutes implements Routes {
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  public MetricsRoutes(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/metrics", this::scrape, Scope.READ);
  }

  private void scrape(Context context) {
    var accepted = context.header(Header.ACCEPT);
    boolean open = accepted != null && accepted.contains("application/openmetrics-text");
    var type = open ? OPEN_METRICS : TEXT;
    context.result(meters.scrape(type)).contentType(type);
  }
}
