package io.tocsin.wire;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records that read like real ones. */
final class Examples {
  static final Instant TIME = Instant.parse("2026-03-01T12:00:00.250Z");

  private Examples() {}

  static NewsEvent news(String id) {
    return news(id, Category.PLOT);
  }

  static NewsEvent news(String id, Category category) {
    return new NewsEvent(
        id,
        "wire",
        null,
        TIME,
        "Plot foiled",
        null,
        "en",
        null,
        null,
        List.of("isil"),
        List.of("GB-BIR"),
        category,
        null,
        0,
        null,
        null,
        Map.of());
  }

  static OfficialStatement statement(String id) {
    return new OfficialStatement(
        id,
        "gb-jtac",
        TIME,
        null,
        null,
        Action.SET_LEVEL,
        null,
        null,
        null,
        "SEVERE",
        null,
        null,
        null,
        null,
        "An attack is highly likely.",
        null,
        0,
        null,
        null);
  }

  static Control tick() {
    return new Control("t1", Control.Type.TICK, null, null, null, null, TIME, null, null);
  }
}
