package io.tocsin.reference;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads sources.csv and authorities.csv. */
final class SpeakerRows {
  static final List<String> SOURCE_COLUMNS = List.of("id", "name", "reliability", "country");
  static final List<String> AUTHORITY_COLUMNS = List.of("id", "name", "jurisdiction", "scale");

  private SpeakerRows() {}

  static Map<String, Source> sources(Table table, Map<String, Region> regions) {
    return Catalog.of(table, row -> source(row, table.lenient(), regions)).items();
  }

  private static Source source(Row row, boolean lenient, Map<String, Region> regions) {
    var reliability = row.oneOf("reliability", Reliability.class);
    if (row.optional("reliability") == null) {
      row.refuse("reliability", null, "must be one of A, B, C, D, E, F");
    }
    String country = row.optional("country");
    var region = country == null ? null : regions.get(country);
    if (country != null && (region == null || !region.isCountry())) {
      if (!lenient) {
        row.refuse("country", country, "must be the id of a country");
      }
      country = null;
    }
    return new Source(row.id("id"), row.text("name"), reliability, country);
  }

  /**
   * @param places ids of regions and groups
   */
  static Map<String, Authority> authorities(Table table, Set<String> places, Set<String> scales) {
    var authorities =
        Catalog.of(table, row -> authority(row, table.lenient(), places, scales)).items();
    authorities.values().removeIf(authority -> authority.jurisdiction().isEmpty());
    return authorities;
  }

  private static Authority authority(
      Row row, boolean lenient, Set<String> places, Set<String> scales) {
    List<String> named = row.list("jurisdiction");
    if (named.isEmpty()) {
      row.refuse("jurisdiction", null, "must name a region or a group");
    }
    var jurisdiction = new ArrayList<String>();
    for (String place : named) {
      if (places.contains(place)) {
        jurisdiction.add(place);
      } else if (!lenient) {
        row.refuse("jurisdiction", place, "must be the id of a region or a group");
      }
    }
    String scale = row.optional("scale");
    if (scale != null && !scales.contains(scale)) {
      if (!lenient) {
        row.refuse("scale", scale, "must be a scale of scales.csv");
      }
      scale = null;
    }
    return new Authority(row.id("id"), row.text("name"), jurisdiction, scale, keys(row));
  }

  private static List<VerificationKey> keys(Row row) {
    var keys = new LinkedHashMap<String, VerificationKey>();
    for (String text : row.optionalList("keys")) {
      try {
        var key = VerificationKey.parse(text);
        if (keys.putIfAbsent(key.id(), key) != null) {
          row.refuse("keys", key.id(), "must not name a key twice");
        }
      } catch (InvalidRecord e) {
        e.problems().forEach(problem -> row.refuse("keys", text, problem.rule()));
      }
    }
    return List.copyOf(keys.values());
  }
}
