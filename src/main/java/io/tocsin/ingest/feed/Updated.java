package io.tocsin.ingest.feed;

import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/** When items say that they were changed. */
final class Updated {
  /** Where formats leave it whose items have no revisions. */
  private static final String ATTRIBUTE = "updated";

  private Updated() {}

  /** {@code null} where an item does not say. */
  static Instant of(Incoming record) {
    if (record instanceof NewsEvent news) {
      return news.revisedAt() == null ? parsed(news.attributes()) : news.revisedAt();
    }
    return record instanceof OfficialStatement said ? parsed(said.attributes()) : null;
  }

  /** What is beside it, in order of the keys. */
  static Map<String, String> without(Map<String, String> attributes) {
    var others = new TreeMap<>(attributes);
    others.remove(ATTRIBUTE);
    return others;
  }

  private static Instant parsed(Map<String, String> attributes) {
    try {
      var text = attributes.get(ATTRIBUTE);
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
