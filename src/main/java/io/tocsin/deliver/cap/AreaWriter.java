package io.tocsin.deliver.cap;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a change holds. A gazetteer knows points and no outlines, so the circle has no radius: it
 * says where to put a mark. What the area is, its name and its code say.
 */
final class AreaWriter {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private final Regions regions;

  AreaWriter(Regions regions) {
    this.regions = regions;
  }

  void write(String region, Element info) {
    var area = info.child("area").text("areaDesc", description(region));
    regions.find(region).filter(AreaWriter::isPlaced).ifPresent(r -> area.text("circle", point(r)));
    if (COUNTRY.matcher(region).matches()) {
      area.pair("geocode", "ISO3166-1", region);
    } else if (SUBDIVISION.matcher(region).matches()) {
      area.pair("geocode", "ISO3166-2", region);
    }
    area.pair("geocode", "tocsin", region);
  }

  /** {@code Birmingham, England, United Kingdom}; the id of a region that is not known. */
  private String description(String region) {
    var names =
        regions.lineage(region).stream()
            .flatMap(id -> regions.find(id).stream())
            .map(Region::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? region : names;
  }

  private static boolean isPlaced(Region region) {
    return region.lat() != null && region.lon() != null;
  }

  private static String point(Region region) {
    return String.format(Locale.ROOT, "%.4f,%.4f 0", region.lat(), region.lon());
  }
}
