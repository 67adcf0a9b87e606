package io.tocsin.api.publish;

import io.javalin.http.Context;
import io.tocsin.trace.Span;
import io.tocsin.trace.TraceContext;
import io.tocsin.trace.Tracing;
import io.tocsin.trace.Work;
import io.tocsin.wire.Kind;

/** A post as part of a trace, which its records go on in. */
final class PostTrace implements AutoCloseable {
  /** One request may bring millions of records, and a trace of as many spans helps nobody. */
  private static final int SAMPLED = 100;

  private final Span span;
  private int handedOn;

  private PostTrace(Span span) {
    this.span = span;
  }

  /** Goes on in the trace that a request names, or begins one where that is asked for. */
  static PostTrace begin(Tracing tracing, Context context, Kind kind) {
    var cause =
        TraceContext.of(context.header(TraceContext.PARENT), context.header(TraceContext.STATE));
    return new PostTrace(
        tracing
            .begin(Work.PUBLISH, cause)
            .say("http.request.method", context.method().name())
            .say("url.path", context.path())
            .say("tocsin.kind", kind.key()));
  }

  /** What the next record carries on: work on the first hundred is told, that on others is not. */
  TraceContext next() {
    return ++handedOn > SAMPLED ? span.context().unsampled() : span.context();
  }

  void answered(int status) {
    span.say("http.response.status_code", status).say("tocsin.records", handedOn);
  }

  void fail(RuntimeException trouble) {
    span.fail(String.valueOf(trouble.getMessage()));
  }

  @Override
  public void close() {
    span.close();
  }
}
