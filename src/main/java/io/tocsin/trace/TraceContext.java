package io.tocsin.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a trace something was done: the headers {@code traceparent} and {@code tracestate} of
 * W3C Trace Context.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param isSampled whether the trace is recorded
 * @param state what tracing systems keep there; empty where they keep nothing
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public record TraceContext(String traceId, String spanId, boolean isSampled, String state) {
  public static final String PARENT = "traceparent";
  public static final String STATE = "tracestate";

  /** In no trace at all. */
  public static final TraceContext NONE = new TraceContext("", "", false, "");

  /** Version 00; later ones may have more behind the flags. Version ff is none. */
  private static final Pattern FORM =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final Pattern ZEROS = Pattern.compile("0+");
  private static final int LONGEST = 512;
  private static final int SAMPLED = 1;

  /**
   * Reads the headers.
   *
   * @param parent optional; one that breaks the form counts as none
   * @param state optional; one longer than 512 characters is left out
   */
  public static TraceContext of(String parent, String state) {
    return Optional.ofNullable(parent)
        .map(String::strip)
        .filter(text -> text.length() <= LONGEST)
        .map(text -> read(text, state))
        .orElse(NONE);
  }

  /** Whether it is in a trace. */
  public boolean exists() {
    return !traceId.isEmpty();
  }

  /** The header {@code traceparent}, of version 00. */
  public String parent() {
    return "00-%s-%s-%s".formatted(traceId, spanId, isSampled ? "01" : "00");
  }

  /** The same place, of which nothing more is recorded. */
  public TraceContext unsampled() {
    return new TraceContext(traceId, spanId, false, state);
  }

  private static TraceContext read(String parent, String state) {
    var form = FORM.matcher(parent);
    if (!form.matches() || form.group(1).equals("00") && form.group(5) != null) {
      return NONE;
    }
    var trace = form.group(2);
    var span = form.group(3);
    if (ZEROS.matcher(trace).matches() || ZEROS.matcher(span).matches()) {
      return NONE;
    }
    boolean sampled = (Integer.parseInt(form.group(4), 16) & SAMPLED) != 0;
    return new TraceContext(
        trace, span, sampled, state == null || state.length() > LONGEST ? "" : state);
  }
}
