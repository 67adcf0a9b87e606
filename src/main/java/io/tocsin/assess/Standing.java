package io.tocsin.assess;

import io.tocsin.model.Level;

/**
 * Where a subject stands: what was last told of it.
 *
 * @param tracked whether it has a level at all; one that is not keeps its sequence
 * @param sequence number of its changes so far
 * @param changedAt when its level last moved, in UTC epoch ms; {@link Long#MIN_VALUE} if it never
 *     did
 * @param keptFrom rows before this moment are forgotten, which keeps it known; {@link
 *     Long#MIN_VALUE} if none ever was
 * @param due when it must next be looked at, at the latest; {@link Long#MAX_VALUE} if never
 */
public record Standing(
    boolean tracked,
    Level level,
    Level declared,
    Level reported,
    long sequence,
    long changedAt,
    long keptFrom,
    long due) {
  /** Of a subject that never was tracked. */
  public static final Standing UNKNOWN =
      new Standing(
          false,
          Level.LOW,
          Level.LOW,
          Level.LOW,
          0,
          Long.MIN_VALUE,
          Long.MIN_VALUE,
          Long.MAX_VALUE);

  /** Of a subject that reports have made known, and that never was anything but low. */
  public static final Standing LOW =
      new Standing(
          true, Level.LOW, Level.LOW, Level.LOW, 0, Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

  /** The same, in one copy for all of the many subjects that never were anything but low. */
  Standing shared() {
    return equals(LOW) ? LOW : this;
  }

  /** Whether its level and both its ledgers are LOW. */
  boolean isLow() {
    return level == Level.LOW && declared == Level.LOW && reported == Level.LOW;
  }

  /** Whether rows of it were forgotten. */
  public boolean faded() {
    return keptFrom != Long.MIN_VALUE;
  }

  /**
   * Whether it is as good as another where it is all that is left: the same, and not due later. Who
   * is looked at too early is found to be due later, and that costs less than keeping every moment.
   */
  boolean servesFor(Standing other) {
    return this != UNKNOWN && due <= other.due && equals(other.due(due));
  }

  Standing due(long moment) {
    return moment == due
        ? this
        : new Standing(tracked, level, declared, reported, sequence, changedAt, keptFrom, moment);
  }

  Standing keptFrom(long moment) {
    return new Standing(tracked, level, declared, reported, sequence, changedAt, moment, due);
  }

  /** What is left of it once nothing speaks of it any more. */
  Standing untracked() {
    return new Standing(
        false,
        Level.LOW,
        Level.LOW,
        Level.LOW,
        sequence,
        changedAt,
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }
}
