package io.tocsin.extract.places;

import java.util.HashMap;
import java.util.Map;

/** How much of a text speaks for each country, and for each part of one. */
final class Votes {
  private static final double COUNTRY_NAMED = 2;
  private static final double SUBDIVISION_NAMED = 2;
  private static final double INSIDE_COUNTRY = 0.8;
  private static final double INSIDE_SUBDIVISION = 1;

  /** What one vote more adds, in decades of population, by its logarithm. */
  private static final double COUNTRY_FACTOR = 1.4;

  private static final double SUBDIVISION_FACTOR = 1.0;

  private final Atlas atlas;
  private final Map<Integer, Double> votes = new HashMap<>();

  Votes(Atlas atlas) {
    this.atlas = atlas;
  }

  /** Counts a region that is named or meant. */
  void add(int region, double weight) {
    int subdivision = atlas.subdivision(region);
    plus(atlas.country(region), weight * ofCountry(region));
    if (subdivision != Atlas.NOWHERE) {
      plus(subdivision, weight * ofSubdivision(region, subdivision));
    }
  }

  /** What speaks for a region, but for its own vote of this weight. */
  double support(int region, double own) {
    int subdivision = atlas.subdivision(region);
    double country = votes(atlas.country(region)) - own * ofCountry(region);
    double support = COUNTRY_FACTOR * Math.log1p(Math.max(0, country));
    if (subdivision != Atlas.NOWHERE) {
      double part = votes(subdivision) - own * ofSubdivision(region, subdivision);
      support += SUBDIVISION_FACTOR * Math.log1p(Math.max(0, part));
    }
    return support;
  }

  private double ofCountry(int region) {
    return atlas.isCountry(region) ? COUNTRY_NAMED : INSIDE_COUNTRY;
  }

  private static double ofSubdivision(int region, int subdivision) {
    return region == subdivision ? SUBDIVISION_NAMED : INSIDE_SUBDIVISION;
  }

  private void plus(int region, double weight) {
    votes.merge(region, weight, Double::sum);
  }

  private double votes(int region) {
    return votes.getOrDefault(region, 0.0);
  }
}
