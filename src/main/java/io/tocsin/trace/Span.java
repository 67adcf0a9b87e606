package io.tocsin.trace;

/** A piece of work in a trace, from when it was begun until it is closed; for one thread. */
public interface Span extends AutoCloseable {
  /** Where the work stands in its trace: what goes on with what it causes. */
  TraceContext context();

  /** Says something of it, by a name of OpenTelemetry's conventions where there is one. */
  Span say(String name, String value);

  /** Says a number of it. */
  Span say(String name, long value);

  /** It failed, and why. */
  void fail(String why);

  @Override
  void close();
}
