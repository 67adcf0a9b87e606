package io.tocsin.extract.places;

import java.util.Arrays;

/** How much of a text speaks for each country, and for each part of one. */
final class Votes {
  private static final double COUNTRY_NAMED = 2;
  private static final double SUBDIVISION_NAMED = 2;
  private static final double INSIDE_COUNTRY = 0.8;
  private static final double INSIDE_SUBDIVISION = 1;

  /** What one vote more adds, in decades of population, by its logarithm. */
  private static final double COUNTRY_FACTOR = 1.4;

  private static final double SUBDIVISION_FACTOR = 1.0;

  private static final int FEW = 32;

  private final Atlas atlas;

  /** Open addressing, at most half full; {@link Atlas#NOWHERE} where free. */
  private int[] regions = nowhere(FEW);

  private double[] votes = new double[FEW];
  private int count;

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
    double support = COUNTRY_FACTOR * logarithm(country);
    if (subdivision != Atlas.NOWHERE) {
      double part = votes(subdivision) - own * ofSubdivision(region, subdivision);
      support += SUBDIVISION_FACTOR * logarithm(part);
    }
    return support;
  }

  private static double logarithm(double votes) {
    return votes <= 0 ? 0 : Math.log1p(votes);
  }

  private double ofCountry(int region) {
    return atlas.isCountry(region) ? COUNTRY_NAMED : INSIDE_COUNTRY;
  }

  private static double ofSubdivision(int region, int subdivision) {
    return region == subdivision ? SUBDIVISION_NAMED : INSIDE_SUBDIVISION;
  }

  private void plus(int region, double weight) {
    int at = find(region);
    if (regions[at] != region) {
      regions[at] = region;
      if (++count * 2 > regions.length) {
        grow();
        at = find(region);
      }
    }
    votes[at] += weight;
  }

  private double votes(int region) {
    int at = find(region);
    return regions[at] == region ? votes[at] : 0;
  }

  private int find(int region) {
    int at = region * 0x9E3779B1 >>> 16 & regions.length - 1;
    while (regions[at] != region && regions[at] != Atlas.NOWHERE) {
      at = at + 1 & regions.length - 1;
    }
    return at;
  }

  private void grow() {
    int[] known = regions;
    double[] knownVotes = votes;
    regions = nowhere(known.length * 2);
    votes = new double[regions.length];
    for (int i = 0; i < known.length; i++) {
      if (known[i] != Atlas.NOWHERE) {
        int at = find(known[i]);
        regions[at] = known[i];
        votes[at] = knownVotes[i];
      }
    }
  }

  private static int[] nowhere(int size) {
    var regions = new int[size];
    Arrays.fill(regions, Atlas.NOWHERE);
    return regions;
  }
}
