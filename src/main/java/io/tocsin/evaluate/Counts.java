package io.tocsin.evaluate;

/**
 * How many were found rightly, found wrongly and missed.
 *
 * @param right true positives
 * @param wrong false positives
 * @param missed false negatives
 */
public record Counts(long right, long wrong, long missed) {
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  /** The share of what was found that is right; 0 where nothing was found. */
  public double precision() {
    return share(right, right + wrong);
  }

  /** The share of what is there that was found; 0 where nothing is there. */
  public double recall() {
    return share(right, right + missed);
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return share(2 * right, 2 * right + wrong + missed);
  }

  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
