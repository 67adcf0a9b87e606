package io.tocsin.reference;

import java.util.List;

/**
 * A country or a part of one.
 *
 * @param id ISO 3166-1 alpha-2 or ISO 3166-2 where there is such a code, else the parent's id and a
 *     slug: {@code BE-BRU-molenbeek}; case-sensitive
 * @param parent id of the region around it; {@code null} for a country
 * @param kind {@code country}, {@code subdivision}, {@code city} or {@code place}
 * @param name in English
 * @param aliases other names, in any language
 * @param lat optional: degrees north, WGS 84
 * @param lon optional: degrees east, WGS 84
 * @param population optional
 */
public record Region(
    String id,
    String parent,
    String kind,
    String name,
    List<String> aliases,
    Double lat,
    Double lon,
    Long population) {
  public Region {
    aliases = List.copyOf(aliases);
  }

  public boolean isCountry() {
    return RegionKind.COUNTRY.word().equals(kind);
  }
}
