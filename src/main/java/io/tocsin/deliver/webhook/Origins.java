package io.tocsin.deliver.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.trace.TraceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;

/** In which traces changes came that may still have to be told. */
final class Origins {
  /** As many as an outbox takes before it is full. */
  private static final int MOST = 10_000;

  private final Map<String, TraceContext> traces =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TraceContext> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers the trace of a change, where its headers name one. */
  void keep(AlertLevelChange change, Headers headers) {
    var trace =
        TraceContext.of(text(headers, TraceContext.PARENT), text(headers, TraceContext.STATE));
    if (trace.exists()) {
      traces.put(change.id(), trace);
    }
  }

  /** Those of a message's changes, each once, in the order of the changes. */
  List<TraceContext> of(Message message) {
    return message.changes().stream()
        .map(change -> traces.get(change.id()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
