package io.tocsin.assess;

import static java.util.Map.entry;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Every number of an assessment; valid by construction.
 *
 * @param name which policy this is; the topic of policies keeps the latest document of each name
 * @param version shown with every change
 * @param hold how long a reported level keeps its peak
 * @param maxLateness how far behind its partition's clock a record may arrive, at least {@link
 *     #LATENESS_AT_LEAST}; {@code null} is off
 * @param forgetAfter the number of half-lives after which a row may be forgotten
 * @param listed how many rows a change lists by name
 */
public record Policy(
    String name,
    String version,
    Weights weights,
    Stories stories,
    Statements statements,
    Scoring scoring,
    Corroboration corroboration,
    Duration hold,
    Duration maxLateness,
    int forgetAfter,
    int listed) {
  /** Clocks and networks make records late by less than that. */
  public static final Duration LATENESS_AT_LEAST = Duration.ofMinutes(1);

  /**
   * What one report weighs: the product of these, its salience, and the attenuation to the power of
   * the steps.
   *
   * @param categories of every category that adds a row
   * @param attenuation for each step from a claim to an ancestor, in (0, 1]
   */
  public record Weights(
      Map<Category, Decay> categories,
      Map<Reliability, Double> reliability,
      Map<Credibility, Double> credibility,
      double attenuation) {}

  /**
   * @param base weight of evidence in dB
   * @param halfLife of the weight
   */
  public record Decay(double base, Duration halfLife) {}

  /**
   * When a report is a copy of another.
   *
   * @param window how much older the leader of a story may be
   * @param copyFactor the k-th counting row of a story weighs this to the power of k - 1
   * @param nearDuplicateBits greatest Hamming distance of two fingerprints of one text
   */
  public record Stories(Duration window, double copyFactor, int nearDuplicateBits) {}

  /**
   * What official statements do to rows.
   *
   * @param window how far a row may be from a CONFIRM or DENY, either way
   * @param confirmedCredibility the factor that takes the place of the report's own
   * @param refutationWindow how far back a HOAX or DENIAL reaches
   */
  public record Statements(
      Duration window,
      double confirmedCredibility,
      double denyFactor,
      double allClearFactor,
      Decay warning,
      Duration refutationWindow) {}

  /**
   * @param prior in dB, what the score is without any evidence
   * @param exponent q of the norm that sums weights; 1 calls all reports independent
   * @param thresholds in dB, of MODERATE, SUBSTANTIAL, SEVERE and CRITICAL
   */
  public record Scoring(double prior, double exponent, List<Double> thresholds) {}

  /**
   * @param window how old a leader or a statement may be to corroborate
   * @param origins distinct origins needed
   * @param cap the highest level without corroboration
   */
  public record Corroboration(Duration window, int origins, Level cap) {}

  /** The policy that the documentation describes. */
  public static final Policy DEFAULT =
      new Policy(
          "default",
          "2",
          new Weights(
              Map.ofEntries(
                  entry(Category.ATTACK, decay(24, 7 * 24)),
                  entry(Category.ATTEMPT, decay(18, 7 * 24)),
                  entry(Category.PLOT, decay(14, 7 * 24)),
                  entry(Category.THREAT, decay(10, 48)),
                  entry(Category.WARNING, decay(8, 48)),
                  entry(Category.LINK, decay(8, 48)),
                  entry(Category.ARREST, decay(8, 48)),
                  entry(Category.RAID, decay(8, 48)),
                  entry(Category.WEAPONS_FIND, decay(10, 48)),
                  entry(Category.PROPAGANDA, decay(4, 6)),
                  entry(Category.OTHER, decay(1, 6)),
                  entry(Category.COURT, decay(0, 6)),
                  entry(Category.EXERCISE, decay(0, 6)),
                  entry(Category.BACKGROUND, decay(0, 6))),
              Map.of(
                  Reliability.A, 1.0,
                  Reliability.B, 0.85,
                  Reliability.C, 0.6,
                  Reliability.D, 0.35,
                  Reliability.E, 0.1,
                  Reliability.F, 0.5),
              Map.of(
                  Credibility.CONFIRMED, 1.0,
                  Credibility.PROBABLY_TRUE, 0.8,
                  Credibility.POSSIBLY_TRUE, 0.6,
                  Credibility.DOUBTFUL, 0.3,
                  Credibility.IMPROBABLE, 0.1,
                  Credibility.CANNOT_BE_JUDGED, 0.5),
              0.9),
          new Stories(Duration.ofHours(48), 0.3, 10),
          new Statements(
              Duration.ofHours(72), 1.0, 0.1, 0.1, decay(20, 7 * 24), Duration.ofHours(72)),
          new Scoring(-10, 2, List.of(0.0, 10.0, 20.0, 32.0)),
          new Corroboration(Duration.ofHours(72), 2, Level.SUBSTANTIAL),
          Duration.ofHours(12),
          Duration.ofDays(7),
          12,
          10);

  public Policy {
    PolicyRules.check(
        name,
        version,
        weights,
        stories,
        statements,
        scoring,
        corroboration,
        hold,
        maxLateness,
        forgetAfter,
        listed);
    weights =
        new Weights(
            Map.copyOf(weights.categories()),
            Map.copyOf(weights.reliability()),
            Map.copyOf(weights.credibility()),
            weights.attenuation());
    scoring = new Scoring(scoring.prior(), scoring.exponent(), List.copyOf(scoring.thresholds()));
  }

  private static Decay decay(double base, int hours) {
    return new Decay(base, Duration.ofHours(hours));
  }
}
