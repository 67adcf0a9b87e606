package io.tocsin.bench.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * What is published: news, and one official statement for each hundred of them.
 *
 * @param news how many
 * @param entities how many there are, drawn by Zipf's law
 * @param regions how many can be named, drawn likewise
 * @param skew Zipf's exponent; 0 draws all alike
 * @param claims pairs of entity and region that a news names, on average
 * @param depth 1 for regions without parents; 3 for places in subdivisions in countries, and every
 *     second entity with a parent
 * @param late the share of news that arrive hours after their time, in percent
 */
public record Workload(
    long news,
    int entities,
    int regions,
    double skew,
    double claims,
    int depth,
    double late,
    long seed) {
  public static final Workload USUAL = new Workload(1_000_000, 2_000, 4_000, 1, 3, 1, 0, 42);

  /** Of news for each statement. */
  static final int NEWS_FOR_A_STATEMENT = 100;

  private static final int MOST_PLACES = 10_000_000;

  /**
   * @throws IllegalArgumentException with every number that is out of range
   */
  public Workload {
    var wrong = new ArrayList<String>();
    require(news >= 1, "records must be at least 1, got " + news, wrong);
    require(
        entities >= 1 && entities <= MOST_PLACES,
        "entities must be 1 to 10000000, got " + entities,
        wrong);
    require(
        regions >= 1 && regions <= MOST_PLACES,
        "regions must be 1 to 10000000, got " + regions,
        wrong);
    require(skew >= 0 && skew <= 5, "skew must be 0 to 5, got " + skew, wrong);
    require(claims >= 1 && claims <= 30, "claims must be 1 to 30, got " + claims, wrong);
    require(depth == 1 || depth == 3, "depth must be 1 or 3, got " + depth, wrong);
    require(late >= 0 && late <= 100, "late must be 0 to 100 percent, got " + late, wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
  }

  public Workload withNews(long count) {
    return new Workload(count, entities, regions, skew, claims, depth, late, seed);
  }

  public Workload withLate(double percent) {
    return new Workload(news, entities, regions, skew, claims, depth, percent, seed);
  }

  public Workload withPlaces(int moreEntities, int moreRegions) {
    return new Workload(news, moreEntities, moreRegions, skew, claims, depth, late, seed);
  }

  public Workload withSkew(double exponent) {
    return new Workload(news, entities, regions, exponent, claims, depth, late, seed);
  }

  /** How many statements come between the news. */
  public long statements() {
    return news / NEWS_FOR_A_STATEMENT;
  }

  /** News and statements together. */
  public long records() {
    return news + statements();
  }

  private static void require(boolean holds, String otherwise, List<String> wrong) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }
}
