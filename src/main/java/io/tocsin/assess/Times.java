package io.tocsin.assess;

/** Moments in UTC epoch milliseconds, and the one rule for those that are computed. */
final class Times {
  /** Before every moment there is. */
  static final long NEVER = Long.MIN_VALUE / 4;

  /** After every moment there is. */
  static final long FOREVER = Long.MAX_VALUE / 4;

  static final long SECOND = 1_000;

  /**
   * What rounding may add to a computed moment; a crossing that is a whole second on paper stays
   * one.
   */
  private static final double NOISE_MS = 0.0005;

  private Times() {}

  /**
   * A computed transition takes place at the next whole second; one that is whole already stays.
   */
  static long wholeSecond(double moment) {
    if (moment >= FOREVER) {
      return FOREVER;
    }
    if (moment <= NEVER) {
      return NEVER;
    }
    return Math.multiplyExact((long) Math.ceil((moment - NOISE_MS) / SECOND), SECOND);
  }
}
