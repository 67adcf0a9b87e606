package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Text;
import java.util.Arrays;

/** A phrase under construction: everything that is written like it. */
final class Draft {
  private static final double PROPER = 0.3;
  private static final double NESTED = 1;

  /** Of a country that some call by the name of a part of it. */
  private static final double MISNAMED = 4;

  final Text phrase;
  private int[] regions = Name.NONE;
  private int[] proper = Name.NONE;
  private int[] initials = Name.NONE;
  private int[] abbreviated = Name.NONE;
  private Name.Role role = Name.Role.REGION;
  private int capital;

  Draft(Text phrase) {
    this.phrase = phrase;
    this.capital = Spelling.capital(phrase);
  }

  /**
   * Adds a region that bears the phrase as a name.
   *
   * @param isProper whether it is its first name
   */
  void region(Text written, int region, boolean isProper) {
    if (isProper) {
      proper = with(region, proper);
    }
    if (role == Name.Role.REGION) {
      bear(written, region);
      loosen(written);
    }
  }

  private void bear(Text written, int region) {
    if (Spelling.of(written) == Spelling.CAPITALS) {
      initials = with(region, initials);
    } else {
      regions = with(region, regions);
    }
  }

  void abbreviation(int region) {
    abbreviated = with(region, abbreviated);
  }

  /** Makes of the phrase something that is no name of a region, though it may say of one. */
  void role(Name.Role other, Text written, int region) {
    if (role == Name.Role.REGION) {
      regions = Name.NONE;
      initials = Name.NONE;
      role = other;
    }
    if (role == other && region != Atlas.NOWHERE) {
      bear(written, region);
    }
    loosen(written);
  }

  boolean namesRegion() {
    return role == Name.Role.REGION && regions.length > 0;
  }

  /** Where one way to write it has fewer capitals, that is enough. */
  private void loosen(Text written) {
    capital = Math.min(capital, Spelling.capital(written));
  }

  Name name(Heads heads, Glossary ordinary, Atlas atlas) {
    boolean single = phrase.words() == 1;
    int[] bearers = regions;
    double[] weights = new double[bearers.length];
    for (int i = 0; i < bearers.length; i++) {
      weights[i] = atlas.prior(bearers[i]) + leaning(bearers[i], bearers, atlas);
    }
    return new Name(
        role,
        bearers,
        weights,
        Name.shares(weights),
        initials,
        abbreviated,
        capital,
        single && ordinary.has(phrase, 0),
        single && heads.is(phrase, 0, Heads.Kind.GIVEN));
  }

  /**
   * A first name counts for more than another one. Of a city and the region around it that is named
   * after it the city is meant, unless only the region is called so first of all.
   */
  private double leaning(int region, int[] bearers, Atlas atlas) {
    double leaning = has(region, proper) ? PROPER : 0;
    for (int other : bearers) {
      boolean inner = other != region && atlas.within(other, region);
      boolean outer = other != region && atlas.within(region, other);
      boolean eclipsed = has(other, proper) && !has(region, proper);
      boolean eclipsing = has(region, proper) && !has(other, proper);
      if (inner && eclipsed && atlas.isCountry(region)) {
        return leaning - MISNAMED;
      }
      if (inner && !eclipsing && !atlas.isCountry(region) || outer && eclipsed) {
        return leaning - NESTED;
      }
    }
    return leaning;
  }

  private static boolean has(int region, int[] sorted) {
    return Arrays.binarySearch(sorted, region) >= 0;
  }

  /** With one more, in order; most have one alone. */
  private static int[] with(int region, int[] sorted) {
    int at = Arrays.binarySearch(sorted, region);
    if (at >= 0) {
      return sorted;
    }
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    System.arraycopy(sorted, -at - 1, more, -at, sorted.length + at + 1);
    more[-at - 1] = region;
    return more;
  }
}
