package io.tocsin.deliver.cap;

import static io.tocsin.deliver.notice.Changes.NOON;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Credibility;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A change with everything that one can have. */
final class FullChange {
  private FullChange() {}

  static AlertLevelChange withHeadline(String headline) {
    return new AlertLevelChange(
        "5f0c1c1e-6f5e-3b0a-9d7e-0f2f6a1f4c11",
        "isil",
        "GB-BIR",
        1,
        Level.LOW,
        Level.SEVERE,
        Level.SEVERE,
        Level.MODERATE,
        0.7,
        0.54,
        Cause.STATEMENT,
        "d1",
        NOON,
        NOON.plusMillis(700),
        List.of(evidence(headline)),
        new AlertLevelChange.Rest(2, 0.3),
        List.of(declaration()),
        Held.NONE,
        NOON.plus(Duration.ofHours(41)),
        "2",
        null);
  }

  private static Evidence evidence(String headline) {
    return new Evidence(
        "n1",
        "birmingham-mail",
        null,
        "isil",
        "GB-BIR",
        Category.LINK,
        Reliability.C,
        Credibility.POSSIBLY_TRUE,
        "s1",
        NOON,
        headline,
        null,
        9.1,
        0.7);
  }

  private static Declaration declaration() {
    return new Declaration(
        "d1", "jtac", Level.SEVERE, "SEVERE", Instant.parse("2014-08-29T10:00:00Z"), null);
  }
}
