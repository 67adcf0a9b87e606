package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;

/**
 * What is to be told of a subject after evidence was applied or time went by.
 *
 * @param former where it stood before
 * @param change the subject's latest state; {@code null} where it is no longer tracked
 */
public record Outcome(Subject subject, Kind kind, Former former, AlertLevelChange change) {
  /** Where a subject stood before. */
  public enum Former {
    /** It was not tracked. */
    UNKNOWN,
    /** Its level and both its ledgers were LOW. */
    LOW,
    /** Its level or one of its ledgers was above LOW. */
    ABOVE;

    static Former of(Standing standing) {
      if (!standing.tracked()) {
        return UNKNOWN;
      }
      return standing.isLow() ? LOW : ABOVE;
    }
  }

  /** What became of the subject. */
  public enum Kind {
    /** Its level moved: an alert. */
    CHANGED,
    /** It became known, or one of its two ledgers moved while its level stayed. */
    RENEWED,
    /** Nothing speaks of it any more: it has no level. */
    FORGOTTEN
  }

  /** Whether the subject now stands above LOW in anything. */
  public boolean isAbove() {
    return change != null && Overall.isAbove(change);
  }

  /** Whether subscribers to alerts are told. */
  public boolean isAlert() {
    return kind == Kind.CHANGED;
  }
}
