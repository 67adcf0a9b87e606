package io.tocsin.trace;

import java.util.List;

/** Tells nobody; what comes in a trace goes on in it. */
public final class Untold implements Tracing {
  @Override
  public Span begin(Work work, List<TraceContext> causes) {
    return new Silent(causes.isEmpty() ? TraceContext.NONE : causes.get(0));
  }

  @Override
  public void close() {
    // there is nothing to tell
  }
}
