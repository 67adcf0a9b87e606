package io.tocsin.wire;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers of outgoing records: the attributes of CloudEvents 1.0 in the binary mode of its Kafka
 * protocol binding, and the trace of W3C Trace Context that a record belongs to.
 *
 * @param source a URI reference that names who publishes, such as {@code /tocsin}
 */
public record CloudEvents(String source) {
  private static final String VERSION = "1.0";
  private static final String NAMESPACE = "io.tocsin.v1.";
  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final List<String> TRACE = List.of(PARENT, STATE);

  /** What says what a change is; its time is when it took effect. */
  public Headers of(AlertLevelChange change, Format format) {
    var headers = new RecordHeaders();
    each(change.id(), "AlertLevelChange", change.effectiveAt(), format, headers::add);
    return headers;
  }

  /**
   * Says what an incoming record is. A revision is an event of its own, so its {@code ce_id} has
   * the revision's number behind the record's id.
   */
  public void stamp(Headers headers, Incoming record, Format format) {
    each(
        eventId(record),
        record.getClass().getSimpleName(),
        record.arrivalTime(),
        format,
        (name, value) -> headers.remove(name).add(name, value));
  }

  /** Gives a record the trace of the one that it comes from. */
  public static void passTrace(Headers from, Headers to) {
    for (String name : TRACE) {
      Header trace = from.lastHeader(name);
      if (trace != null) {
        to.remove(name).add(trace);
      }
    }
  }

  /** The {@code traceparent} of a record, or {@code null}. */
  public static String parent(Headers of) {
    var header = of.lastHeader(PARENT);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.US_ASCII);
  }

  /**
   * Puts a record into a trace.
   *
   * @param parent the header {@code traceparent}
   * @param state the header {@code tracestate}; none where it is empty
   */
  public static void putTrace(Headers headers, String parent, String state) {
    TRACE.forEach(headers::remove);
    headers.add(PARENT, bytes(parent));
    if (!state.isEmpty()) {
      headers.add(STATE, bytes(state));
    }
  }

  /** Takes a header. */
  private interface Sink {
    void put(String name, byte[] value);
  }

  private void each(String id, String record, Instant time, Format format, Sink sink) {
    sink.put("ce_specversion", bytes(VERSION));
    sink.put("ce_id", bytes(id));
    sink.put("ce_type", bytes(NAMESPACE + record));
    sink.put("ce_source", bytes(source));
    sink.put("ce_time", bytes(Times.text(time)));
    sink.put("content-type", bytes(format.contentType()));
  }

  private static String eventId(Incoming record) {
    if (record instanceof NewsEvent event) {
      return eventId(event.id(), event.revision());
    }
    if (record instanceof OfficialStatement statement) {
      return eventId(statement.id(), statement.revision());
    }
    return ((Control) record).id();
  }

  private static String eventId(String id, int revision) {
    return revision == 0 ? id : id + "/" + revision;
  }

  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
