package io.tocsin.ingest.format;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Regions by what documents say of places, where that is sure; no guess is made. */
public final class Places {
  /** How far from a region's middle a point may lie: the reach of a large city. */
  static final double REACH_KM = 25;

  private static final Set<String> AREAS = Set.of("country", "subdivision");

  /** No record may name more. */
  private static final int MOST_REGIONS = 1_000;

  private static final double EARTH_KM = 6371;
  private static final Map<String, String> ALPHA_3 =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> new Locale.Builder().setRegion(code).build().getISO3Country(),
                  code -> code));

  private final Regions regions;

  /** Regions with a middle, by the degree of latitude in which that lies. */
  private final NavigableMap<Integer, List<Region>> bands = new TreeMap<>();

  public Places(Regions regions) {
    this.regions = regions;
    regions.all().stream()
        .filter(region -> region.lat() != null && region.lon() != null && !region.isCountry())
        .forEach(
            region ->
                bands.computeIfAbsent(band(region.lat()), b -> new ArrayList<>()).add(region));
  }

  /** The narrowest region that all of an address agrees with. */
  public Optional<String> of(Address address) {
    var country = country(address.country());
    if (address.country() != null && country.isEmpty()) {
      return Optional.empty();
    }
    var within = country.orElse(null);
    var area = area(within, address.area());
    var base = area.or(() -> country);
    var town = town(base.orElse(null), address.town());
    return town.or(() -> nearest(base.orElse(null), address.lat(), address.lon())).or(() -> base);
  }

  /** A country by its code of ISO 3166-1, of two letters or three, or by its name. */
  public Optional<String> country(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    var code = text.strip().toUpperCase(Locale.ROOT);
    var id = ALPHA_3.getOrDefault(code, code);
    return regions
        .find(id)
        .filter(Region::isCountry)
        .map(Region::id)
        .or(() -> regions.named(text).stream().filter(this::isCountry).findFirst());
  }

  /**
   * A region by its name or alias, where within the given one none other bears it; of one that lies
   * in another of the same name, the outer.
   */
  public Optional<String> named(String within, String name) {
    return name == null ? Optional.empty() : only(bearers(within, name));
  }

  /** The region whose middle is nearest to a point, at most {@value #REACH_KM} km away. */
  public Optional<String> nearest(String within, Double lat, Double lon) {
    if (lat == null || lon == null) {
      return Optional.empty();
    }
    String nearest = null;
    double least = REACH_KM;
    var near = bands.subMap(band(lat) - 1, true, band(lat) + 1, true).values();
    for (var region : near.stream().flatMap(List::stream).toList()) {
      double away = kilometres(region.lat(), region.lon(), lat, lon);
      if (away <= least && isWithin(region.id(), within)) {
        nearest = region.id();
        least = away;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** These without those in which another of them lies, each once. */
  public List<String> narrowest(List<String> ids) {
    var each = new LinkedHashSet<>(ids);
    if (each.size() > MOST_REGIONS) {
      return List.copyOf(each);
    }
    return each.stream()
        .filter(id -> each.stream().noneMatch(other -> !other.equals(id) && isWithin(other, id)))
        .toList();
  }

  private Optional<String> area(String country, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    var code = text.strip().toUpperCase(Locale.ROOT);
    return Optional.of(code)
        .filter(id -> regions.has(id) && !isCountry(id) && isWithin(id, country))
        .or(
            () ->
                Optional.of(country + "-" + code).filter(id -> country != null && regions.has(id)))
        .or(() -> area(bearers(country, text)));
  }

  private Optional<String> area(List<String> bearers) {
    return only(bearers.stream().filter(this::isArea).toList()).or(() -> only(bearers));
  }

  /** A city goes before the subdivision that is called after it. */
  private Optional<String> town(String within, String name) {
    if (within == null || name == null) {
      return Optional.empty();
    }
    var bearers = bearers(within, name);
    return only(bearers.stream().filter(id -> !isArea(id)).toList()).or(() -> only(bearers));
  }

  private List<String> bearers(String within, String name) {
    return regions.named(name).stream().filter(id -> isWithin(id, within)).toList();
  }

  private Optional<String> only(List<String> bearers) {
    return bearers.stream()
        .filter(outer -> bearers.stream().allMatch(id -> isWithin(id, outer)))
        .findFirst();
  }

  private boolean isArea(String id) {
    return regions.find(id).filter(region -> !AREAS.contains(region.kind())).isEmpty();
  }

  private boolean isCountry(String id) {
    return regions.find(id).filter(Region::isCountry).isPresent();
  }

  private boolean isWithin(String id, String region) {
    return region == null || regions.lineage(id).contains(region);
  }

  private static int band(double lat) {
    return (int) Math.floor(lat);
  }

  /** Along a great circle (haversine). */
  private static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double dLat = Math.toRadians(lat2 - lat1) / 2;
    double dLon = Math.toRadians(lon2 - lon1) / 2;
    double h =
        Math.pow(Math.sin(dLat), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
