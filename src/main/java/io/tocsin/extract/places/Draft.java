package io.tocsin.extract.places;

import io.tocsin.extract.Text;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A phrase under construction: everything that is written like it. */
final class Draft {
  private static final double PROPER = 0.3;
  private static final double NESTED = 1;

  /** Of a country that some call by the name of a part of it. */
  private static final double MISNAMED = 4;

  final Text phrase;
  private final TreeSet<Integer> regions = new TreeSet<>();
  private final TreeSet<Integer> proper = new TreeSet<>();
  private final TreeSet<Integer> initials = new TreeSet<>();
  private final TreeSet<Integer> abbreviated = new TreeSet<>();
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
      proper.add(region);
    }
    if (role == Name.Role.REGION) {
      (Spelling.of(written) == Spelling.CAPITALS ? initials : regions).add(region);
      loosen(written);
    }
  }

  void abbreviation(int region) {
    abbreviated.add(region);
  }

  /** Makes of the phrase something that is no name of a region, though it may say of one. */
  void role(Name.Role other, Text written, int region) {
    if (role == Name.Role.REGION) {
      regions.clear();
      initials.clear();
      role = other;
    }
    if (role == other && region != Atlas.NOWHERE) {
      (Spelling.of(written) == Spelling.CAPITALS ? initials : regions).add(region);
    }
    loosen(written);
  }

  boolean namesRegion() {
    return role == Name.Role.REGION && !regions.isEmpty();
  }

  /** Where one way to write it has fewer capitals, that is enough. */
  private void loosen(Text written) {
    capital = Math.min(capital, Spelling.capital(written));
  }

  Name name(Heads heads, Set<String> ordinary, Atlas atlas) {
    var first = phrase.word(0);
    boolean single = phrase.words() == 1;
    int[] bearers = numbers(regions);
    return new Name(
        role,
        bearers,
        IntStream.of(bearers).mapToDouble(region -> leaning(region, bearers, atlas)).toArray(),
        numbers(initials),
        numbers(abbreviated),
        capital,
        single && ordinary.contains(first),
        single && heads.of(first).contains(Heads.Kind.GIVEN));
  }

  /**
   * A first name counts for more than another one. Of a city and the region around it that is named
   * after it the city is meant, unless only the region is called so first of all.
   */
  private double leaning(int region, int[] bearers, Atlas atlas) {
    double leaning = proper.contains(region) ? PROPER : 0;
    for (int other : bearers) {
      boolean inner = other != region && atlas.within(other, region);
      boolean outer = other != region && atlas.within(region, other);
      boolean eclipsed = proper.contains(other) && !proper.contains(region);
      boolean eclipsing = proper.contains(region) && !proper.contains(other);
      if (inner && eclipsed && atlas.isCountry(region)) {
        return leaning - MISNAMED;
      }
      if (inner && !eclipsing && !atlas.isCountry(region) || outer && eclipsed) {
        return leaning - NESTED;
      }
    }
    return leaning;
  }

  private static int[] numbers(TreeSet<Integer> regions) {
    return regions.stream().mapToInt(Integer::intValue).toArray();
  }
}
