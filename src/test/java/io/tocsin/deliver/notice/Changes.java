package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import java.time.Instant;
import java.util.List;

/** Changes of levels, as short as a story can tell them. */
public final class Changes {
  public static final Instant NOON = Instant.parse("2015-12-05T12:00:00Z");

  private Changes() {}

  public static AlertLevelChange change(
      String entity, String region, int sequence, Level from, Level to, Instant at) {
    return new AlertLevelChange(
        entity + "-" + region + "-" + sequence,
        entity,
        region,
        sequence,
        from,
        to,
        Level.LOW,
        to,
        10,
        0.9,
        Cause.NEWS,
        "event-" + at,
        at,
        at,
        List.of(),
        AlertLevelChange.Rest.NONE,
        List.of(),
        Held.NONE,
        null,
        "2",
        null);
  }

  public static AlertLevelChange isilInBirmingham(int sequence, Level from, Level to) {
    return change("isil", "GB-BIR", sequence, from, to, NOON.plusSeconds(sequence));
  }

  /** A region, what lies around it, up to its country, by the dashes of its id. */
  public static List<String> lineage(String region) {
    int dash = region.indexOf('-');
    return dash < 0 ? List.of(region) : List.of(region, region.substring(0, dash));
  }
}
