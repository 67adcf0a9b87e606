package io.tocsin.extract.places;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.util.HashMap;
import java.util.Map;

/**
 * The gazetteer by number: what is in what, and how likely each region is meant where nothing else
 * is known.
 */
final class Atlas {
  static final int NOWHERE = -1;

  /** Where a city lies so close to its country's coordinates, it is the capital. */
  private static final double CAPITAL_DEGREES = 0.25;

  /** What is taken for a population that nobody gave. */
  private static final double CITY = 1e4;

  private static final double SUBDIVISION = 2e5;
  private static final double PLACE = 1e3;

  /** Countries are named far more often than places of their size. */
  private static final double COUNTRY_BONUS = 1.5;

  private static final double SUBDIVISION_BONUS = 0.4;

  private final String[] ids;
  private final int[] parents;
  private final int[] countries;
  private final int[] subdivisions;
  private final double[] priors;
  private final boolean[] capitals;
  private final Map<String, Integer> numbers = new HashMap<>();

  Atlas(Regions regions) {
    int count = regions.all().size();
    ids = new String[count];
    parents = new int[count];
    countries = new int[count];
    subdivisions = new int[count];
    priors = new double[count];
    capitals = new boolean[count];
    regions.all().forEach(region -> numbers.put(region.id(), numbers.size()));
    var people = peopled(regions);
    for (var region : regions.all()) {
      learn(region, regions, people);
    }
  }

  /** How many live in the cities of each region, as far as they are known. */
  private static Map<String, Long> peopled(Regions regions) {
    var people = new HashMap<String, Long>();
    for (var region : regions.all()) {
      if (region.population() != null && region.kind().equals("city")) {
        regions
            .lineage(region.id())
            .forEach(id -> people.merge(id, region.population(), Long::sum));
      }
    }
    return people;
  }

  private void learn(Region region, Regions regions, Map<String, Long> people) {
    int number = numbers.get(region.id());
    var lineage = regions.lineage(region.id());
    ids[number] = region.id();
    parents[number] = region.parent() == null ? NOWHERE : numbers.get(region.parent());
    countries[number] = numbers.get(lineage.get(lineage.size() - 1));
    subdivisions[number] =
        lineage.size() < 2 ? NOWHERE : numbers.get(lineage.get(lineage.size() - 2));
    priors[number] = prior(region, people.getOrDefault(region.id(), 0L));
    capitals[number] =
        isCapital(region, regions.find(lineage.get(lineage.size() - 1)).orElseThrow());
  }

  int size() {
    return ids.length;
  }

  String id(int region) {
    return ids[region];
  }

  /** {@link #NOWHERE} for an unknown id, and for {@code null}. */
  int number(String id) {
    return numbers.getOrDefault(id, NOWHERE);
  }

  int country(int region) {
    return countries[region];
  }

  boolean isCountry(int region) {
    return parents[region] == NOWHERE;
  }

  /** {@link #NOWHERE} for a country. */
  int parent(int region) {
    return parents[region];
  }

  /** The part of the country right below it; {@link #NOWHERE} for the country itself. */
  int subdivision(int region) {
    return subdivisions[region];
  }

  /** Decimal logarithm of how many live there, and a little for being a country. */
  double prior(int region) {
    return priors[region];
  }

  boolean isCapital(int region) {
    return capitals[region];
  }

  /** Whether a region lies in another, or is it. */
  boolean within(int inner, int outer) {
    for (int at = inner; at != NOWHERE; at = parents[at]) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private static double prior(Region region, long inCities) {
    double people =
        region.population() != null && region.population() > 0
            ? region.population()
            : switch (region.kind()) {
              case "country", "subdivision" -> Math.max(SUBDIVISION, inCities);
              case "city" -> CITY;
              default -> PLACE;
            };
    return Math.log10(people) + bonus(region.kind());
  }

  private static double bonus(String kind) {
    return switch (kind) {
      case "country" -> COUNTRY_BONUS;
      case "subdivision" -> SUBDIVISION_BONUS;
      default -> 0;
    };
  }

  private static boolean isCapital(Region region, Region country) {
    return !region.isCountry()
        && region.lat() != null
        && country.lat() != null
        && region.kind().equals("city")
        && Math.abs(region.lat() - country.lat()) < CAPITAL_DEGREES
        && Math.abs(region.lon() - country.lon()) < CAPITAL_DEGREES
        && region.population() != null
        && region.population() > 0;
  }
}
