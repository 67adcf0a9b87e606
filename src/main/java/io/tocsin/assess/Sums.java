package io.tocsin.assess;

import java.util.Arrays;

/**
 * The running sums behind a score: of each half-life the sum of weights to the power of q, decayed
 * to one moment. Rows of one half-life fade together, so a row is added in constant time and a
 * score needs no row at all.
 *
 * <p>{@link StrictMath} throughout: two machines must agree to the last bit.
 */
final class Sums {
  private static final double CLOSE_ENOUGH_MS = 1e-4;
  private static final int STEPS_AT_MOST = 200;

  private final long[] halfLives;
  private final double exponent;
  private final double prior;
  private final double[] sums;
  private long at = Times.NEVER;

  Sums(Policy policy, long[] halfLives) {
    this.halfLives = halfLives;
    this.exponent = policy.scoring().exponent();
    this.prior = policy.scoring().prior();
    this.sums = new double[halfLives.length];
  }

  void clear(long time) {
    Arrays.fill(sums, 0);
    at = time;
  }

  /** Moves to a later moment. */
  void decayTo(long time) {
    if (time > at) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] *= faded(i, time);
      }
      at = time;
    }
  }

  /** Adds a weight in dB that counts from the present moment. */
  void add(int halfLife, double weight) {
    sums[halfLife] += power(weight);
  }

  /** Adds a weight in dB that has been fading since a moment not later than the present one. */
  void addSince(int halfLife, double weight, long since) {
    sums[halfLife] += power(decayed(halfLife, weight, since, at));
  }

  /** A weight in dB after it has faded. */
  double decayed(int halfLife, double weight, long since, long time) {
    return weight * StrictMath.exp(-StrictMath.log(2) * (time - since) / halfLives[halfLife]);
  }

  /** The score in dB at a moment not earlier than the present one; section 5. */
  double score(double time) {
    return prior + root(total(time));
  }

  double total(double time) {
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != 0) {
        total += sums[i] * faded(i, time);
      }
    }
    return total;
  }

  double power(double weight) {
    return exponent == 2 ? weight * weight : StrictMath.pow(weight, exponent);
  }

  private double root(double total) {
    return exponent == 2 ? Math.sqrt(total) : StrictMath.pow(total, 1 / exponent);
  }

  /**
   * The last moment, in ms, at which the score is at least a threshold that it reaches at the
   * present moment. The total is convex and falling, so Newton's steps from the left approach it
   * without ever passing it.
   */
  double lastAtLeast(double threshold) {
    double floor = power(threshold - prior);
    if (floor <= 0) {
      return Times.FOREVER;
    }
    double time = at;
    for (int step = 0; step < STEPS_AT_MOST; step++) {
      double total = 0;
      double slope = 0;
      for (int i = 0; i < sums.length; i++) {
        if (sums[i] != 0) {
          double part = sums[i] * faded(i, time);
          total += part;
          slope += part * rate(i);
        }
      }
      // in the logarithm one half-life alone is a straight line: the first step then lands on the
      // crossing
      double ahead = StrictMath.log(total / floor) * total / slope;
      if (!(ahead > CLOSE_ENOUGH_MS)) {
        return time;
      }
      time += ahead;
    }
    return time;
  }

  private double faded(int i, double time) {
    return StrictMath.exp(-rate(i) * (time - at));
  }

  private double rate(int i) {
    return exponent * StrictMath.log(2) / halfLives[i];
  }
}
