package io.tocsin.app;

import io.tocsin.trace.Tracing;

/** Tracing as it is configured. */
final class Traces {
  private Traces() {}

  /**
   * @throws Failure where OpenTelemetry refuses its settings
   */
  static Tracing open(Options options, Closers closers) {
    var settings = options.telemetry().values();
    try {
      var tracing = Tracing.open(settings);
      return Tracing.isAskedFor(settings) ? closers.opened("traces", tracing) : tracing;
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the settings of OpenTelemetry are not valid: " + e.getMessage(),
          "Correct what begins with otel. in the configuration, or with OTEL_ in the environment.",
          e);
    }
  }
}
