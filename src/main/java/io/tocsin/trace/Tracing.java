package io.tocsin.trace;

import java.util.List;
import java.util.Map;

/** Tells a tracing system of work, where one is configured; for use by many threads. */
public interface Tracing extends AutoCloseable {
  /**
   * Opens what the settings ask for.
   *
   * @param settings of OpenTelemetry's SDK, such as {@code otel.exporter.otlp.endpoint}
   * @throws IllegalArgumentException with what is wrong with the settings
   */
  static Tracing open(Map<String, String> settings) {
    return isAskedFor(settings) ? OpenTelemetryTracing.open(settings) : new Untold();
  }

  /** Whether settings say where spans are to go, and do not say none at all. */
  static boolean isAskedFor(Map<String, String> settings) {
    var exporter = settings.getOrDefault("otel.traces.exporter", "");
    boolean named =
        !exporter.isBlank()
            || settings.containsKey("otel.exporter.otlp.endpoint")
            || settings.containsKey("otel.exporter.otlp.traces.endpoint");
    boolean disabled = Boolean.parseBoolean(settings.getOrDefault("otel.sdk.disabled", "false"));
    return named && !disabled && !exporter.strip().equals("none");
  }

  /**
   * Begins a piece of work.
   *
   * @param causes what led to it; the first is its parent, the others are linked
   * @return a span that is recorded where its parent is sampled, or where it may begin a trace and
   *     the sampler says so; else one that says nothing and stands where its parent does
   */
  Span begin(Work work, List<TraceContext> causes);

  /** The same of one cause; {@link TraceContext#NONE} where there is none. */
  default Span begin(Work work, TraceContext cause) {
    return begin(work, List.of(cause));
  }

  /** Tells what is still to be told. */
  @Override
  void close();
}
