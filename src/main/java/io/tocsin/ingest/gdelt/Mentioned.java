package io.tocsin.ingest.gdelt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places of an article in the Global Knowledge Graph, each as often as it is mentioned: {@code
 * type#name#country#area#area2#lat#lon#id#offset} between semicolons.
 */
final class Mentioned {
  private static final int FIELDS = 8;
  private static final int MOST = 1_000;

  private final Geography geography;

  Mentioned(Geography geography) {
    this.geography = geography;
  }

  /**
   * The region that is mentioned most, of several the one that the cell names first. An article
   * speaks of many places in passing, so the others are left out.
   */
  Optional<String> foremost(String cell) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (var place : cell.split(";", MOST)) {
      var parts = place.split("#", -1);
      if (parts.length > FIELDS - 1) {
        geography.region(spot(parts)).ifPresent(id -> counts.merge(id, 1, Integer::sum));
      }
    }
    String foremost = null;
    for (var entry : counts.entrySet()) {
      if (foremost == null || entry.getValue() > counts.get(foremost)) {
        foremost = entry.getKey();
      }
    }
    return Optional.ofNullable(foremost);
  }

  private static Geography.Spot spot(String[] parts) {
    return new Geography.Spot(parts[0], parts[1], parts[2], parts[3], parts[5], parts[6]);
  }
}
