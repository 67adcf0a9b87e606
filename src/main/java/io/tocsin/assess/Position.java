package io.tocsin.assess;

import io.tocsin.model.Held;
import io.tocsin.model.Level;

/**
 * A subject as it is at a moment.
 *
 * @param raw what score and corroboration alone give
 * @param uncapped what the score alone gives
 * @param score in dB
 */
record Position(
    long time,
    Level level,
    Level declared,
    Level reported,
    Level raw,
    Level uncapped,
    boolean pinned,
    double score) {
  /** Where a subject is of which nothing is known. */
  static Position nothing(long time, Policy policy) {
    return new Position(
        time,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        false,
        policy.scoring().prior());
  }

  Held held() {
    if (pinned) {
      return Held.PINNED;
    }
    if (reported.isAbove(raw)) {
      return Held.PEAK_HOLD;
    }
    return uncapped.isAbove(raw) ? Held.UNCORROBORATED : Held.NONE;
  }

  boolean isLevelWith(Position other) {
    return level == other.level && declared == other.declared && reported == other.reported;
  }

  boolean agreesWith(Standing standing) {
    return level == standing.level()
        && declared == standing.declared()
        && reported == standing.reported();
  }
}
