package io.tocsin.app;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tocsin.api.ApiServer;
import io.tocsin.api.ApiUnavailable;
import io.tocsin.api.HealthRoutes;
import io.tocsin.api.MetricsRoutes;
import io.tocsin.api.OpenApiRoutes;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Tokens;
import io.tocsin.vitals.BuildInfo;
import io.tocsin.vitals.CurrentTrace;
import io.tocsin.vitals.JvmMeters;
import io.tocsin.vitals.Latency;
import io.tocsin.vitals.MetersWorthHaving;
import io.tocsin.vitals.Readiness;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The HTTP API of a run: its parts are put together here. */
final class HttpFront {
  static final String NAME = "HTTP";

  private static final int USUAL_PORT = 8080;

  private final Options.Http options;
  private final Path data;
  private final Closers closers;
  private final Tokens tokens;
  private final CurrentTrace traces = new CurrentTrace();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(
          PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, traces);
  private final Latency latency;
  private final Readiness readiness = new Readiness();
  private final List<Routes> parts = new ArrayList<>();

  /**
   * @throws Failure where it may not listen as it is configured
   */
  HttpFront(Options options, Closers closers, InstantSource clock) {
    this.options = options.http();
    this.data = options.data();
    meters.config().meterFilter(new MetersWorthHaving(options.topics().prefix()));
    latency = new Latency(meters, traces);
    this.closers = closers;
    this.tokens = TokenRun.open(options, clock);
    parts.add(new HealthRoutes(readiness));
    parts.add(new MetricsRoutes(meters));
    parts.add(new OpenApiRoutes());
  }

  /**
   * Looks whether it may listen where it is to, before anything else starts.
   *
   * @throws Failure where it may not
   */
  void check() {
    try {
      ApiServer.check(options.bind(), tokens);
    } catch (ApiUnavailable e) {
      throw failure(e);
    }
  }

  PrometheusMeterRegistry meters() {
    return meters;
  }

  Latency latency() {
    return latency;
  }

  Readiness readiness() {
    return readiness;
  }

  /** Adds a part; before it is opened. */
  HttpFront add(Routes part) {
    parts.add(part);
    return this;
  }

  /**
   * Opens it at the port that is configured; without one at 8080, or any other where that is taken.
   *
   * @throws Failure where it cannot listen there
   */
  Results.Endpoint open(Watch watch) {
    closers.opened("the meters", new JvmMeters(meters));
    new DiskSpaceMetrics(data.toFile()).bindTo(meters);
    BuildInfo.bindTo(meters);
    readiness.bindTo(meters);
    var server = closers.opened("HTTP", server(watch));
    return new Results.Endpoint(NAME, server.address());
  }

  private ApiServer server(Watch watch) {
    try {
      return start(options.port() == null ? USUAL_PORT : options.port());
    } catch (ApiUnavailable e) {
      if (e.reason() != ApiUnavailable.Reason.PORT_TAKEN || options.port() != null) {
        throw failure(e);
      }
      watch.say("port %d is taken, so HTTP takes another one".formatted(USUAL_PORT));
      return start(0);
    }
  }

  private ApiServer start(int port) {
    return ApiServer.start(options.bind(), port, tokens, parts);
  }

  private static Failure failure(ApiUnavailable e) {
    var advice =
        switch (e.reason()) {
          case PORT_TAKEN -> "Any free port will do with: --set http.port=0";
          case NO_ADDRESS -> "Correct the key http.bind.";
          case OPEN_TO_ALL ->
              "Make a token with tocsin tokens new, or listen at this machine alone with:"
                  + " --set http.bind=127.0.0.1";
        };
    return new Failure(e.getMessage(), advice, e);
  }
}
