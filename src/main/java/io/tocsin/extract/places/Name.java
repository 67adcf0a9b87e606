package io.tocsin.extract.places;

import java.util.Arrays;

/**
 * What a phrase may mean.
 *
 * @param role what it is, whatever the text around it
 * @param regions those it names, written as names are, in ascending order
 * @param leanings for each of them, how much likelier it is than its size alone says
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
    double[] leanings,
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

  /** How much likelier a region is meant than its size says, in decades of population. */
  double leaning(int region) {
    int at = Arrays.binarySearch(regions, region);
    return at < 0 ? 0 : leanings[at];
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
