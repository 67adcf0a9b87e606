package io.tocsin.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Regions that have an ISO 3166-2 code, by name: as it is written, or else without the words that
 * say what a subdivision is.
 */
final class SubdivisionNames {
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Set<String> GENERIC =
      Set.of(
          "area",
          "autonomous",
          "capital",
          "city",
          "community",
          "county",
          "governorate",
          "islands",
          "oblast",
          "of",
          "province",
          "region",
          "republic",
          "state",
          "territory",
          "the");

  private record Named(String country, String name) {}

  private final Map<Named, String> written = new HashMap<>();
  private final Map<Named, String> bare = new HashMap<>();

  /** Where two bear one name the larger, nearer to the country, keeps it. */
  SubdivisionNames(Regions regions) {
    regions.all().stream()
        .filter(region -> ISO.matcher(region.id()).matches())
        .sorted(Comparator.comparingInt(region -> regions.lineage(region.id()).size()))
        .forEach(region -> add(region, regions.country(region.id())));
  }

  private void add(Region region, String country) {
    offer(region.name(), country, region.id());
    region.aliases().forEach(alias -> offer(alias, country, region.id()));
  }

  private void offer(String name, String country, String id) {
    String folded = Folding.fold(name);
    written.putIfAbsent(new Named(country, folded), id);
    bare.putIfAbsent(new Named(country, bare(folded)), id);
  }

  Optional<String> find(String country, String name) {
    String folded = Folding.fold(name);
    String id = written.get(new Named(country, folded));
    return Optional.ofNullable(id != null ? id : bare.get(new Named(country, bare(folded))));
  }

  private static String bare(String folded) {
    return Arrays.stream(folded.split(" "))
        .filter(word -> !GENERIC.contains(word))
        .collect(Collectors.joining(" "));
  }
}
