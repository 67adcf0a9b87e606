package io.tocsin.vitals;

import io.prometheus.metrics.tracer.common.SpanContext;
import java.util.regex.Pattern;

/**
 * The trace that the current thread works for, so that a histogram keeps it as an exemplar
 * (OpenMetrics 1.0): one that is recorded somewhere, by its flag.
 */
public final class CurrentTrace implements SpanContext {
  /** Version, trace id, span id, flags; W3C Trace Context, {@code traceparent}. */
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final int SAMPLED = 1;

  private record Span(String trace, String id, boolean sampled) {}

  private final ThreadLocal<Span> current = new ThreadLocal<>();

  /**
   * Does something for a trace.
   *
   * @param parent {@code traceparent}; anything else counts as none
   */
  public void during(String parent, Runnable work) {
    var parts = parent == null ? null : PARENT.matcher(parent);
    if (parts == null || !parts.matches()) {
      work.run();
      return;
    }
    boolean sampled = (Integer.parseInt(parts.group(3), 16) & SAMPLED) != 0;
    current.set(new Span(parts.group(1), parts.group(2), sampled));
    try {
      work.run();
    } finally {
      current.remove();
    }
  }

  @Override
  public String getCurrentTraceId() {
    var span = current.get();
    return span == null ? null : span.trace();
  }

  @Override
  public String getCurrentSpanId() {
    var span = current.get();
    return span == null ? null : span.id();
  }

  @Override
  public boolean isCurrentSpanSampled() {
    var span = current.get();
    return span != null && span.sampled();
  }

  @Override
  public void markCurrentSpanAsExemplar() {
    // traces are kept or not by who began them
  }
}
