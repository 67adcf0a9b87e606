package io.tocsin.extract.places;

import java.util.Arrays;

/**
 * What a phrase may mean.
 *
 * @param role what it is, whatever the text around it
 * @param regions those it names, written as names are, in ascending order
 * @param weights for each of them, how likely it is: decades of population, and what its name adds
 * @param shares for each of them, its share of their likelihood before anything else is known
 * @param initials those it names, written in capitals alone: {@code US}
 * @param abbreviated those it names behind a comma only: {@code Ala.}
 * @param capital the word of it that has a capital; -1 where its script has none, or it may be
 *     written without
 * @param ordinary whether it is a word of the language too: {@code Reading}
 * @param given whether it is a given name too: {@code Paris}
 */
record Name(
    Role role,
    int[] regions,
    double[] weights,
    double[] shares,
    int[] initials,
    int[] abbreviated,
    int capital,
    boolean ordinary,
    boolean given) {
  static final int[] NONE = {};

  enum Role {
    REGION,
    /** People of a region, or an adjective. */
    DEMONYM,
    /** Who rules it, or resides there. */
    INSTITUTION,
    /** A part of the world that holds several countries, or lies beside them. */
    AREA,
    /** Holds the name of a place and is none. */
    DECOY
  }

  /** How likely one of its regions is meant where nothing else is known. */
  double weight(int region, Atlas atlas) {
    int at = Arrays.binarySearch(regions, region);
    return at < 0 ? atlas.prior(region) : weights[at];
  }

  /** The share of each candidate, from the weights of all. */
  static double[] shares(double[] weights) {
    double[] shares = new double[weights.length];
    if (shares.length == 1) {
      shares[0] = 1;
      return shares;
    }
    double all = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.pow(10, weights[i]);
      all += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  /** Whether it can name a region, behind a comma at least. */
  boolean may(int region) {
    return Arrays.binarySearch(regions, region) >= 0
        || Arrays.binarySearch(initials, region) >= 0
        || Arrays.binarySearch(abbreviated, region) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return role + " of " + regions.length + " regions";
  }
}
