package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.AlertLevelChange.Rest;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Credibility;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Changes to draw. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2015-11-14T00:00:00Z");

  private static final Map<String, String> NAMES =
      Map.of("isil", "Islamic State", "FR-75C", "Paris", "fr-vigipirate", "Vigipirate");

  private Samples() {}

  public static Words words() {
    return new Words(id -> NAMES.getOrDefault(id, id));
  }

  /** A rise to SEVERE on two stories, one of them copied, with a declaration in force. */
  public static AlertLevelChange rise() {
    return change(Level.MODERATE, Level.SEVERE, Held.NONE, "Explosions near a stadium");
  }

  /** A change whose heaviest row has this headline. */
  public static AlertLevelChange change(Level from, Level to, Held held, String headline) {
    return new AlertLevelChange(
        "c-2",
        "isil",
        "FR-75C",
        2,
        from,
        to,
        Level.MODERATE,
        to,
        24.25,
        0.9962,
        Cause.NEWS,
        "n-3",
        Instant.parse("2015-11-13T21:20:05Z"),
        NOW,
        List.of(
            row("n-1", "n-1", "afp", "afp", 24, 0.7, headline),
            row("n-3", "n-3", "bbc", "bbc", 8, 0.2, "Shots heard"),
            row("n-2", "n-1", "reuters", "afp", 7.2, 0.06, headline)),
        new Rest(4, 0.04),
        List.of(
            new Declaration(
                "s-1",
                "fr-vigipirate",
                Level.MODERATE,
                "vigilance",
                Instant.parse("2015-01-07T14:00:00Z"),
                Instant.parse("2015-11-16T00:00:00Z"))),
        held,
        Instant.parse("2015-11-15T04:00:05Z"),
        "1",
        "c-1");
  }

  /** A subject that never moved and that nothing is known about. */
  public static AlertLevelChange still() {
    return new AlertLevelChange(
        "c-0",
        "*",
        "FR",
        0,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        -10,
        0.0909,
        Cause.STATEMENT,
        null,
        NOW,
        NOW,
        List.of(),
        Rest.NONE,
        List.of(),
        Held.NONE,
        null,
        "1",
        null);
  }

  private static Evidence row(
      String id,
      String story,
      String source,
      String origin,
      double weight,
      double share,
      String headline) {
    return new Evidence(
        id,
        source,
        origin,
        "isil",
        "FR-75C",
        Category.ATTACK,
        Reliability.A,
        Credibility.CONFIRMED,
        story,
        Instant.parse("2015-11-13T21:18:00Z"),
        headline,
        null,
        weight,
        share);
  }
}
