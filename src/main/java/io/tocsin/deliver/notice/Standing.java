package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the receiver knows to stand, for reminding it; the longest ago first. */
final class Standing {
  private final Level least;
  private final Duration repeat;
  private final Silences silences;
  private final Map<Subject, Told> told = new LinkedHashMap<>();

  private record Told(AlertLevelChange change, Instant at) {}

  /**
   * @param least below it, nothing stands
   * @param repeat optional: without it nothing is kept
   */
  Standing(Level least, Duration repeat, Silences silences) {
    this.least = Level.max(least, Level.MODERATE);
    this.repeat = repeat;
    this.silences = silences;
  }

  void told(AlertLevelChange change, Instant at) {
    if (repeat == null) {
      return;
    }
    told.remove(change.subject());
    if (change.level().compareTo(least) >= 0) {
      told.put(change.subject(), new Told(change, at));
    }
  }

  /** What is to be told again, at most so many; what was acknowledged or is silenced is not. */
  List<AlertLevelChange> due(Instant now, int most) {
    var due = new ArrayList<AlertLevelChange>();
    while (!told.isEmpty() && due.size() < most) {
      var oldest = told.values().iterator().next();
      if (oldest.at().plus(repeat).isAfter(now)) {
        break;
      }
      var subject = oldest.change().subject();
      told.remove(subject);
      if (silences.covering(subject, now).isPresent()) {
        told.put(subject, new Told(oldest.change(), now));
      } else if (!silences.isAcknowledged(subject, oldest.at())) {
        due.add(oldest.change());
      }
    }
    return due;
  }
}
