package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** A policy's weights, laid out for the arithmetic of rows; assessment, section 2. */
final class Weigher {
  private final double[] base = new double[Category.values().length];
  private final int[] halfLifeOf = new int[Category.values().length];
  private final double[] reliability = new double[Reliability.values().length];
  private final double[] credibility = new double[Credibility.values().length];
  private final double attenuation;
  private final double confirmed;
  private final double warning;
  private final int warningHalfLife;
  private final long[] halfLives;

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
    attenuation = weights.attenuation();
    confirmed = policy.statements().confirmedCredibility();
    warning = warn.base();
    warningHalfLife = indexOf(warn.halfLife().toMillis());
  }

  /** The distinct half-lives in ms, shortest first. */
  long[] halfLives() {
    return halfLives;
  }

  /** In ms. */
  long longestHalfLife() {
    return halfLives[halfLives.length - 1];
  }

  /** The index among {@link #halfLives()} of a row's half-life. */
  int halfLife(Row row) {
    return row.official() ? warningHalfLife : halfLifeOf[row.category().ordinal()];
  }

  /** A row's weight in dB before stories and statements. */
  double weight(Row row) {
    return row.official()
        ? warning * StrictMath.pow(attenuation, row.steps())
        : weight(row, credibility[row.credibility().ordinal()]);
  }

  /** The same with the credibility of a confirmed report. */
  double confirmedWeight(Row row) {
    return row.official() ? weight(row) : weight(row, confirmed);
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
        * StrictMath.pow(attenuation, steps);
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
            * StrictMath.pow(attenuation, row.steps()));
  }

  private int indexOf(long halfLife) {
    return Arrays.binarySearch(halfLives, halfLife);
  }
}
