package io.tocsin.assess;

import java.util.Arrays;

/**
 * What the scores of all subjects are measured by under one policy, and room for what is worked out
 * about one of them in passing: what was asked of a subject last is often asked again.
 *
 * <p>{@link StrictMath} throughout: two machines must agree to the last bit.
 */
final class Yardstick {
  private static final double LN_2 = StrictMath.log(2);

  private final double exponent;
  private final double prior;
  private final double[] thresholds;
  private final int cap;
  private final long hold;
  private final long[] halfLives;
  private final double[] rates;

  /** The sums of one subject at a moment that it may move to. */
  private final double[] ahead;

  private final double[] lastMoments;
  private Sums lastMomentsOf;
  private Sums seen;
  private double seenAt;
  private double seenScore;

  Yardstick(Policy policy, long[] halfLives) {
    this.exponent = policy.scoring().exponent();
    this.prior = policy.scoring().prior();
    this.thresholds = policy.scoring().thresholds().stream().mapToDouble(t -> t).toArray();
    this.cap = policy.corroboration().cap().ordinal();
    this.hold = policy.hold().toMillis();
    this.halfLives = halfLives;
    this.rates = new double[halfLives.length];
    Arrays.setAll(rates, i -> exponent * LN_2 / halfLives[i]);
    this.ahead = new double[halfLives.length];
    this.lastMoments = new double[thresholds.length];
  }

  int halfLives() {
    return rates.length;
  }

  int levels() {
    return thresholds.length;
  }

  /** The score from which a level is reached. */
  double threshold(int level) {
    return thresholds[level - 1];
  }

  /** The index of the highest level without corroboration. */
  int cap() {
    return cap;
  }

  /** In ms. */
  long hold() {
    return hold;
  }

  /** The index of the level that a score reaches. */
  int level(double score) {
    int level = 0;
    while (level < thresholds.length && thresholds[level] <= score) {
      level++;
    }
    return level;
  }

  /** How fast a sum of one half-life fades: the logarithm of what is left after 1 ms, negated. */
  double rate(int halfLife) {
    return rates[halfLife];
  }

  /** What is left of a sum of one half-life after a time in ms. */
  double left(int halfLife, double elapsed) {
    return elapsed == 0 ? 1 : StrictMath.exp(-rates[halfLife] * elapsed);
  }

  /** No less than what is left of a sum after a time in ms, whichever half-lives it is made of. */
  double slowlyFaded(double sum, double elapsed) {
    return sum * left(rates.length - 1, elapsed);
  }

  /** A weight in dB after it has faded. */
  double decayed(int halfLife, double weight, long since, long time) {
    return weight == 0 ? 0 : weight * StrictMath.exp(-LN_2 * (time - since) / halfLives[halfLife]);
  }

  /** A weight in dB to the power of q. */
  double power(double weight) {
    return exponent == 2 ? weight * weight : StrictMath.pow(weight, exponent);
  }

  /** The score in dB that a sum comes to. */
  double score(double total) {
    return prior + (exponent == 2 ? Math.sqrt(total) : StrictMath.pow(total, 1 / exponent));
  }

  /** The sum that comes to a threshold; none where the prior reaches it. */
  double floor(int level) {
    return power(threshold(level) - prior);
  }

  double[] ahead() {
    return ahead;
  }

  /** Whether this is what was asked last. */
  boolean hasSeen(Sums sums, double time) {
    return seen == sums && seenAt == time;
  }

  double seen() {
    return seenScore;
  }

  double see(Sums sums, double time, double score) {
    seen = sums;
    seenAt = time;
    seenScore = score;
    return score;
  }

  /** The last moments at which one subject reaches each level, as far as known; NaN where not. */
  double[] lastMoments(Sums sums) {
    if (lastMomentsOf != sums) {
      Arrays.fill(lastMoments, Double.NaN);
      lastMomentsOf = sums;
    }
    return lastMoments;
  }

  /** Forgets what was worked out about a subject that has moved on. */
  void forget(Sums sums) {
    seen = seen == sums ? null : seen;
    lastMomentsOf = lastMomentsOf == sums ? null : lastMomentsOf;
  }
}
