package io.tocsin.topology;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records of the small world for stories. */
final class Records {
  private Records() {}

  static NewsEvent news(String id, String source, Instant at, Category category, String region) {
    return news(id, source, at, category, region, 0, null, NewsEvent.Status.USABLE);
  }

  static NewsEvent news(
      String id,
      String source,
      Instant at,
      Category category,
      String region,
      int revision,
      Instant revisedAt,
      NewsEvent.Status status) {
    return new NewsEvent(
        id,
        source,
        null,
        at,
        "Report " + id + " by " + source,
        null,
        null,
        null,
        null,
        List.of("isil"),
        region == null ? List.of() : List.of(region),
        category,
        Credibility.CONFIRMED,
        revision,
        revisedAt,
        status,
        Map.of());
  }

  static OfficialStatement declare(
      String id, String authority, Instant at, Level level, String... regions) {
    return statement(id, authority, at, null, Action.SET_LEVEL, level, regions);
  }

  static OfficialStatement statement(
      String id,
      String authority,
      Instant at,
      Instant expires,
      Action action,
      Level level,
      String... regions) {
    return new OfficialStatement(
        id,
        authority,
        at,
        expires,
        null,
        action,
        level,
        null,
        null,
        null,
        List.of(),
        List.of(regions),
        List.of(),
        List.of(),
        null,
        null,
        0,
        OfficialStatement.Status.ISSUED,
        Map.of());
  }

  /** A first SEVERE about entities in GB. */
  static OfficialStatement about(List<String> entities, Instant at, List<String> references) {
    return new OfficialStatement(
        "s1",
        "gb-centre",
        at,
        null,
        null,
        Action.SET_LEVEL,
        Level.SEVERE,
        null,
        null,
        null,
        entities,
        List.of("GB"),
        List.of(),
        references,
        null,
        null,
        0,
        OfficialStatement.Status.ISSUED,
        Map.of());
  }

  static Control tick(Instant at) {
    return new Control("tick-" + at, Control.Type.TICK, null, null, null, null, at, null, null);
  }

  static Control pin(String id, Instant at, Instant until, Level level, String region) {
    return new Control(
        id, Control.Type.PIN, "isil", region, level, until, at, "analyst", "because");
  }
}
