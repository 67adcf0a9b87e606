package io.tocsin.bench.workload;

import java.util.ArrayList;
import java.util.List;

/** Who and what there is: the ids that records name and the reference data knows. */
final class World {
  static final int SOURCES = 200;
  static final String PROBE_SOURCE = "s-probe";

  /** Entities that only probes name, so that each probe finds subjects that nobody knows yet. */
  static final int PROBE_ENTITIES = 50;

  private static final int PLACES_OF_A_COUNTRY = 100;
  private static final int PLACES_OF_A_SUBDIVISION = 10;
  private static final int MOST_ZONES = 40;

  private final Workload workload;
  private final int countries;

  World(Workload workload) {
    this.workload = workload;
    this.countries =
        workload.depth() == 1
            ? workload.regions()
            : Math.max(1, workload.regions() / PLACES_OF_A_COUNTRY);
  }

  int countries() {
    return countries;
  }

  /** Groups of countries, each an authority's jurisdiction. */
  int zones() {
    return Math.min(MOST_ZONES, countries);
  }

  static String entity(int rank) {
    return "e" + digits(rank, 4);
  }

  static String probeEntity(int number) {
    return "probe-" + digits(number, 2);
  }

  /** The entity that another belongs to, or {@code null}. */
  String parentOfEntity(int rank) {
    return workload.depth() > 1 && rank % 2 == 1 ? entity(rank - 1) : null;
  }

  static String source(int number) {
    return "s" + digits(number, 3);
  }

  static String zone(int number) {
    return "zone-" + digits(number, 2);
  }

  static String authority(int zone) {
    return "authority-" + digits(zone, 2);
  }

  static String country(int number) {
    return "c" + digits(number, 4);
  }

  /** The zone of a place's country. */
  int zoneOf(int place) {
    return place % countries % zones();
  }

  /** A place and what it lies in, the place first. Ids of the flat world are countries' own. */
  List<String> lineage(int place) {
    var country = country(place % countries);
    if (workload.depth() == 1) {
      return List.of(country);
    }
    int within = place / countries;
    var subdivision = country + "-" + within % PLACES_OF_A_SUBDIVISION;
    var lineage = new ArrayList<String>(3);
    lineage.add(subdivision + "-" + digits(within / PLACES_OF_A_SUBDIVISION, 2));
    lineage.add(subdivision);
    lineage.add(country);
    return lineage;
  }

  /** The country in a region's id. */
  static String countryOf(String region) {
    int dash = region.indexOf('-');
    return dash < 0 ? region : region.substring(0, dash);
  }

  private static String digits(int number, int width) {
    var text = Integer.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
