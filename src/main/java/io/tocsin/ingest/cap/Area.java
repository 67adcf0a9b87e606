package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Tag;
import java.util.List;

/**
 * Where an alert holds.
 *
 * @param description in words
 * @param polygons {@code lat,lon lat,lon ...}
 * @param circles {@code lat,lon radius}, in kilometres
 */
record Area(
    String description, List<String> polygons, List<String> circles, List<Geocode> geocodes) {
  /**
   * @param scheme whose code it is, as its publisher calls it
   */
  record Geocode(String scheme, String code) {}

  /** The scheme by which Tocsin names regions in alerts of its own. */
  static final String OURS = "tocsin";

  /**
   * Whether the alert tells a level that Tocsin itself worked out: taken in again it would grow.
   */
  boolean isOurs() {
    return geocodes.stream().anyMatch(geocode -> geocode.scheme().equals(OURS));
  }

  static Area of(Tag area) {
    return new Area(
        area.text("areaDesc").orElse(""),
        area.texts("polygon"),
        area.texts("circle"),
        area.children("geocode").stream().map(Area::geocode).toList());
  }

  /** CAP 1.0 writes {@code scheme=code}, later versions use two elements. */
  private static Geocode geocode(Tag geocode) {
    if (geocode.isMarked()) {
      return new Geocode(geocode.text("valueName").orElse(""), geocode.text("value").orElse(""));
    }
    var parts = geocode.text().split("=", 2);
    return parts.length == 2
        ? new Geocode(parts[0].strip(), parts[1].strip())
        : new Geocode("", parts[0].strip());
  }
}
