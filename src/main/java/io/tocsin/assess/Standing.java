package io.tocsin.assess;

import io.tocsin.model.Level;

/**
 * Where a subject stands: what was last told of it.
 *
 * @param tracked whether it has a level at all; one that is not keeps its sequence
 * @param sequence number of its changes so far
 * @param changedAt when its level last moved, in UTC epoch ms; {@link Long#MIN_VALUE} if it never
 *     did
 * @param faded whether rows of it were forgotten, which keeps it known
 * @param due when it must next be looked at, at the latest; {@link Long#MAX_VALUE} if never
 */
public record Standing(
    boolean tracked,
    Level level,
    Level declared,
    Level reported,
    long sequence,
    long changedAt,
    boolean faded,
    long due) {
  static final Standing UNKNOWN =
      new Standing(
          false, Level.LOW, Level.LOW, Level.LOW, 0, Long.MIN_VALUE, false, Long.MAX_VALUE);

  Standing due(long moment) {
    return new Standing(tracked, level, declared, reported, sequence, changedAt, faded, moment);
  }

  Standing withFaded() {
    return new Standing(tracked, level, declared, reported, sequence, changedAt, true, due);
  }
}
