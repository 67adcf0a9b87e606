package io.tocsin.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Regions under construction: those that ship, and what an import adds to them. */
final class Gazetteer {
  /** How far two records of one city may lie apart: large cities have no one centre. */
  private static final double SAME_PLACE_KM = 30;

  private static final double KM_PER_DEGREE = 111.2;

  /** A name in a country. */
  private record Named(String country, String name) {}

  /** What became of the records of a dump. */
  record Counts(int subdivisions, int places, int known, int strays) {}

  private final SubdivisionNames shipped;
  private final Map<String, Region> byId = new LinkedHashMap<>();
  private final Map<Named, List<String>> byName = new HashMap<>();
  private final Map<String, String> byAdmin1 = new HashMap<>();
  private int subdivisions;
  private int places;
  private int known;
  private int strays;

  Gazetteer(Regions regions) {
    shipped = new SubdivisionNames(regions);
    for (var region : regions.all()) {
      add(region, regions.country(region.id()));
    }
  }

  Collection<Region> regions() {
    return byId.values();
  }

  Counts counts() {
    return new Counts(subdivisions, places, known, strays);
  }

  /** Gives a shipped country the population it lacks. */
  void country(String id, long population) {
    var region = byId.get(id);
    if (region != null && region.population() == null && population > 0) {
      byId.put(id, populated(region, population));
    }
  }

  /** Finds the region of a GeoNames subdivision, or adds it to its country. */
  void subdivision(String country, String code, String name, String ascii) {
    if (!byId.containsKey(country) || code.equals("00")) {
      return;
    }
    String id =
        shipped
            .find(country, name)
            .or(() -> shipped.find(country, ascii))
            .orElseGet(() -> byIsoCode(country, code, name, ascii));
    byAdmin1.put(country + "." + code, id);
  }

  /** GeoNames uses ISO's letters in some countries; its numbers are never ISO's. */
  private String byIsoCode(String country, String code, String name, String ascii) {
    String iso = country + "-" + code;
    if (byId.containsKey(iso) && code.chars().allMatch(Character::isLetter)) {
      return iso;
    }
    String id = free(country + "-" + Slug.of(ascii, code));
    var aliases = ascii.equals(name) ? List.<String>of() : List.of(ascii);
    add(
        new Region(id, country, RegionKind.SUBDIVISION.word(), name, aliases, null, null, null),
        country);
    subdivisions++;
    return id;
  }

  /** Adds a place to its subdivision, or else its country, unless it is there. */
  void place(Toponym place) {
    if (!byId.containsKey(place.country())) {
      strays++;
      return;
    }
    var same = same(place);
    if (same.isPresent()) {
      known++;
      var region = same.get();
      if (region.population() == null && place.population() > 0) {
        byId.put(region.id(), populated(region, place.population()));
      }
      return;
    }
    String parent = byAdmin1.getOrDefault(place.country() + "." + place.admin1(), place.country());
    var kind = place.quarter() ? RegionKind.PLACE : RegionKind.CITY;
    add(
        new Region(
            free(parent + "-" + Slug.of(place.ascii(), Long.toString(place.geonameId()))),
            parent,
            kind.word(),
            place.name(),
            place.aliases(),
            place.lat(),
            place.lon(),
            place.population() == 0 ? null : place.population()),
        place.country());
    places++;
  }

  /** The region of the same name, nearby, in the same country. */
  private Optional<Region> same(Toponym place) {
    return Stream.of(place.name(), place.ascii())
        .flatMap(
            name ->
                byName
                    .getOrDefault(new Named(place.country(), Folding.fold(name)), List.of())
                    .stream())
        .map(byId::get)
        .filter(region -> !region.isCountry() && isNear(region, place))
        .findFirst();
  }

  private static boolean isNear(Region region, Toponym place) {
    if (region.lat() == null) {
      return false;
    }
    double north = region.lat() - place.lat();
    double east = (region.lon() - place.lon()) * Math.cos(Math.toRadians(place.lat()));
    return Math.hypot(north, east) * KM_PER_DEGREE <= SAME_PLACE_KM;
  }

  /** The id itself, or where it is taken the id and the first number that is free. */
  private String free(String id) {
    String free = id;
    for (int n = 2; byId.containsKey(free); n++) {
      free = id + "-" + n;
    }
    return free;
  }

  private void add(Region region, String country) {
    byId.put(region.id(), region);
    name(region.name(), country, region.id());
    region.aliases().forEach(alias -> name(alias, country, region.id()));
  }

  private void name(String name, String country, String id) {
    byName.computeIfAbsent(new Named(country, Folding.fold(name)), k -> new ArrayList<>(1)).add(id);
  }

  private static Region populated(Region r, long population) {
    return new Region(
        r.id(), r.parent(), r.kind(), r.name(), r.aliases(), r.lat(), r.lon(), population);
  }
}
