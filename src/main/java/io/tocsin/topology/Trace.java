package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.trace.Span;
import io.tocsin.trace.TraceContext;
import io.tocsin.trace.Tracing;
import io.tocsin.trace.Work;
import io.tocsin.wire.CloudEvents;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The work on one record as part of its trace. Most records are in none, and cost a look at their
 * headers.
 *
 * @param headers what of the record's headers goes on with what it causes
 */
record Trace(Headers headers, Span span) implements AutoCloseable {
  /** Begins the reading of a record; of its headers the trace alone goes on. */
  static Trace reading(Tracing tracing, Headers record) {
    var kept = new RecordHeaders();
    CloudEvents.passTrace(record, kept);
    return begin(tracing, Work.READ, kept);
  }

  /** Begins the assessment of what a record was read to. */
  static Trace assessing(Tracing tracing, Headers kept) {
    return begin(tracing, Work.ASSESS, kept);
  }

  private static Trace begin(Tracing tracing, Work work, Headers kept) {
    var parent = kept.lastHeader(TraceContext.PARENT);
    if (parent == null) {
      return new Trace(kept, null);
    }
    var cause = TraceContext.of(text(parent), text(kept.lastHeader(TraceContext.STATE)));
    var span = tracing.begin(work, cause);
    if (span.context().equals(cause)) {
      return new Trace(kept, span);
    }
    var own = new RecordHeaders(kept);
    own.remove(TraceContext.PARENT).add(TraceContext.PARENT, bytes(span.context().parent()));
    return new Trace(own, span);
  }

  /** Says something of the work. */
  void say(String name, String value) {
    if (span != null) {
      span.say(name, value);
    }
  }

  /** Says a number of the work. */
  void say(String name, long value) {
    if (span != null) {
      span.say(name, value);
    }
  }

  /** The work came to nothing, and why. */
  void fail(String why) {
    if (span != null) {
      span.fail(why);
    }
  }

  @Override
  public void close() {
    if (span != null) {
      span.close();
    }
  }

  private static String text(Header header) {
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
