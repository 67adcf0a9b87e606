package io.tocsin.assess;

import java.util.Arrays;

/**
 * The running sums behind a score: of each half-life the sum of weights to the power of q, decayed
 * to one moment. Rows of one half-life fade together, so a row is added in constant time and a
 * score needs no row at all.
 */
final class Sums {
  private static final double CLOSE_ENOUGH_MS = 1e-4;
  private static final int STEPS_AT_MOST = 200;

  private final Yardstick yardstick;
  private final double[] sums;
  private long at = Times.NEVER;

  Sums(Yardstick yardstick) {
    this.yardstick = yardstick;
    this.sums = new double[yardstick.halfLives()];
  }

  /** The moment to which all is decayed. */
  long at() {
    return at;
  }

  void clear(long time) {
    yardstick.forget(this);
    Arrays.fill(sums, 0);
    at = time;
  }

  /** A copy that later rows do not reach. */
  double[] kept() {
    return sums.clone();
  }

  void restore(double[] kept, long time) {
    yardstick.forget(this);
    System.arraycopy(kept, 0, sums, 0, sums.length);
    at = time;
  }

  /** The score at a later moment, to which {@link #arrive} then moves. */
  double ahead(long time) {
    double[] ahead = yardstick.ahead();
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      ahead[i] = sums[i] == 0 ? 0 : sums[i] * yardstick.left(i, (double) time - at);
      total += ahead[i];
    }
    return yardstick.score(total);
  }

  /** Moves to the later moment that was looked at last. */
  void arrive(long time) {
    yardstick.forget(this);
    System.arraycopy(yardstick.ahead(), 0, sums, 0, sums.length);
    at = time;
  }

  /** Adds a weight in dB that counts from the present moment. */
  void add(int halfLife, double weight) {
    yardstick.forget(this);
    sums[halfLife] += yardstick.power(weight);
  }

  /** Adds a weight in dB that has been fading since a moment not later than the present one. */
  void addSince(int halfLife, double weight, long since) {
    add(halfLife, yardstick.decayed(halfLife, weight, since, at));
  }

  /** The score in dB at a moment not earlier than the present one; section 5. */
  double score(double time) {
    return yardstick.hasSeen(this, time)
        ? yardstick.seen()
        : yardstick.see(this, time, yardstick.score(total(time)));
  }

  /** The last moment, in ms, at which the score reaches a level that it reaches at present. */
  double lastAtLeast(int level) {
    double[] known = yardstick.lastMoments(this);
    if (Double.isNaN(known[level - 1])) {
      known[level - 1] = crossing(yardstick.floor(level));
    }
    return known[level - 1];
  }

  private double total(double time) {
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != 0) {
        total += sums[i] * yardstick.left(i, time - at);
      }
    }
    return total;
  }

  /**
   * When the total, which is at least a floor at the present moment, falls below it. It is convex
   * and falling, so Newton's steps from the left approach it without ever passing it.
   */
  private double crossing(double floor) {
    if (floor <= 0) {
      return Times.FOREVER;
    }
    double time = at;
    for (int step = 0; step < STEPS_AT_MOST; step++) {
      double total = 0;
      double slope = 0;
      for (int i = 0; i < sums.length; i++) {
        if (sums[i] != 0) {
          double part = sums[i] * yardstick.left(i, time - at);
          total += part;
          slope += part * yardstick.rate(i);
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
}
