package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;

/**
 * What is to be told of a subject after evidence was applied or time went by.
 *
 * @param change the subject's latest state; {@code null} where it is no longer tracked
 */
public record Outcome(Subject subject, Kind kind, AlertLevelChange change) {
  /** What became of the subject. */
  public enum Kind {
    /** Its level moved: an alert. */
    CHANGED,
    /** It became known, or one of its two ledgers moved while its level stayed. */
    RENEWED,
    /** Nothing speaks of it any more: it has no level. */
    FORGOTTEN
  }

  /** Whether subscribers to alerts are told. */
  public boolean isAlert() {
    return kind == Kind.CHANGED;
  }
}
