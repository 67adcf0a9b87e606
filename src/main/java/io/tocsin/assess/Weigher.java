package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** A policy's weights, laid out for the arithmetic of rows; assessment, section 2. */
final class Weigher {
  /**
   * More steps than any claim is away from what it is handed up to; beyond, it no longer matters.
   */
  private static final int MANY_STEPS = 32;

  /** The factors of so many rows of a story are worked out beforehand. */
  private static final int MANY_COPIES = 32;

  private final double[] base = new double[Category.values().length];
  private final int[] halfLifeOf = new int[Category.values().length];
  private final double[] reliability = new double[Reliability.values().length];
  private final double[] credibility = new double[Credibility.values().length];
  private final double[] attenuation = new double[MANY_STEPS];
  private final double confirmed;
  private final double warning;
  private final int warningHalfLife;
  private final long[] halfLives;
  private final double copyFactor;
  private final double[] copies = new double[MANY_COPIES];
  private final Yardstick yardstick;

  Weigher(Policy policy) {
    var weights = policy.weights();
    var warn = policy.statements().warning();
    var lives = weights.categories().values().stream().map(Policy.Decay::halfLife).toList();
    halfLives =
        Stream.concat(lives.stream(), Stream.of(warn.halfLife()))
            .mapToLong(Duration::toMillis)
            .distinct()
            .sorted()
            .toArray();
    weights
        .categories()
        .forEach(
            (category, decay) -> {
              base[category.ordinal()] = decay.base();
              halfLifeOf[category.ordinal()] = indexOf(decay.halfLife().toMillis());
            });
    weights.reliability().forEach((grade, factor) -> reliability[grade.ordinal()] = factor);
    weights.credibility().forEach((grade, factor) -> credibility[grade.ordinal()] = factor);
    for (int steps = 0; steps < MANY_STEPS; steps++) {
      attenuation[steps] = StrictMath.pow(weights.attenuation(), steps);
    }
    confirmed = policy.statements().confirmedCredibility();
    warning = warn.base();
    warningHalfLife = indexOf(warn.halfLife().toMillis());
    copyFactor = policy.stories().copyFactor();
    for (int before = 0; before < MANY_COPIES; before++) {
      copies[before] = StrictMath.pow(copyFactor, before);
    }
    yardstick = new Yardstick(policy, halfLives);
  }

  /** What the scores of this policy are measured by. */
  Yardstick yardstick() {
    return yardstick;
  }

  /** What is left of a row's weight at a place in its story; nothing where it does not count. */
  double copy(int place) {
    if (place == 0) {
      return 0;
    }
    return place <= MANY_COPIES ? copies[place - 1] : StrictMath.pow(copyFactor, place - 1);
  }

  /** In ms. */
  long longestHalfLife() {
    return halfLives[halfLives.length - 1];
  }

  /** The index of a row's half-life among all, shortest first. */
  int halfLife(Row row) {
    return row.official() ? warningHalfLife : halfLifeOf[row.category().ordinal()];
  }

  /** A row's weight in dB before stories and statements. */
  double weight(Row row) {
    return row.official()
        ? warning * attenuated(row.steps())
        : weight(row, credibility[row.credibility().ordinal()]);
  }

  /** Whether a warning weighs anything at all. */
  boolean heedsWarnings() {
    return warning > 0;
  }

  /** The same with the credibility of a confirmed report. */
  double confirmedWeight(Row row) {
    return row.official() ? weight(row) * confirmed : weight(row, confirmed);
  }

  /** The factor that a refutation leaves of what it refutes. */
  double remains(Exhibit.Refutation refutation) {
    return 1
        - refuting(
            refutation.reliability(),
            refutation.credibility(),
            refutation.salience(),
            refutation.steps());
  }

  double refuting(Reliability source, Credibility report, double salience, int steps) {
    return reliability[source.ordinal()]
        * credibility[report.ordinal()]
        * salience
        * attenuated(steps);
  }

  double weight(
      Category category, Reliability source, Credibility report, double salience, int steps) {
    return base[category.ordinal()] * refuting(source, report, salience, steps);
  }

  private double weight(Row row, double credible) {
    return base[row.category().ordinal()]
        * (reliability[row.reliability().ordinal()]
            * credible
            * row.salience()
            * attenuated(row.steps()));
  }

  private double attenuated(int steps) {
    return attenuation[Math.min(steps, MANY_STEPS - 1)];
  }

  private int indexOf(long halfLife) {
    return Arrays.binarySearch(halfLives, halfLife);
  }
}
