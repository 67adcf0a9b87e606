package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.PlainText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an alert says, as text and as attributes. */
final class Wording {
  private static final int LONGEST_LINK = 2_048;

  private Wording() {}

  static String headline(Info info) {
    return Stream.of(info.headline(), info.event(), info.description())
        .map(PlainText::line)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What happened, then what to do. */
  static String body(Info info) {
    return Stream.of(info.description(), info.instruction())
        .map(PlainText::lines)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  static String link(Info info) {
    var web = info.web();
    return web == null || web.length() > LONGEST_LINK || !web.matches("(?i)https?://\\S+")
        ? null
        : web;
  }

  static Map<String, String> attributes(Alert alert) {
    var all = new TreeMap<String, String>();
    put(all, "identifier", alert.identifier());
    put(all, "sender", alert.sender());
    put(all, "msgType", alert.kind().word());
    put(all, "scope", alert.scope());
    put(all, "note", alert.note());
    put(all, "incidents", String.join(" ", alert.incidents()));
    alert
        .info()
        .ifPresent(
            info -> {
              put(all, "category", String.join(" ", info.categories()));
              put(all, "event", info.event());
              put(all, "urgency", info.urgency());
              put(all, "severity", info.severity());
              put(all, "certainty", info.certainty());
              put(all, "senderName", info.senderName());
            });
    put(
        all,
        "area",
        alert.areas().stream().map(Area::description).distinct().collect(Collectors.joining("; ")));
    return all;
  }

  private static void put(Map<String, String> all, String name, String value) {
    if (!value.isBlank()) {
      all.put("cap." + name, value);
    }
  }
}
