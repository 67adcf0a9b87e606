package io.tocsin.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads regions.csv and groups.csv. */
final class PlaceRows {
  static final List<String> REGION_COLUMNS =
      List.of("id", "parent", "kind", "name", "aliases", "lat", "lon", "population");
  static final List<String> GROUP_COLUMNS = List.of("id", "name", "members");
  private static final List<String> KINDS =
      Arrays.stream(RegionKind.values()).map(RegionKind::word).toList();

  private PlaceRows() {}

  static Map<String, Region> regions(Table table) {
    var catalog = Catalog.of(table, PlaceRows::region);
    catalog.checkParents(Region::parent);
    return catalog.items();
  }

  private static Region region(Row row) {
    var region =
        new Region(
            row.id("id"),
            row.optional("parent"),
            row.text("kind"),
            row.text("name"),
            row.list("aliases"),
            row.degrees("lat", 90),
            row.degrees("lon", 180),
            row.count("population"));
    if (!KINDS.contains(region.kind())) {
      row.refuse(
          "kind",
          region.kind(),
          "must be one of " + KINDS.stream().collect(Collectors.joining(", ")));
    }
    if (region.isCountry() && region.parent() != null) {
      row.refuse("parent", region.parent(), "must not be given with a country");
    }
    if (!region.isCountry() && region.parent() == null) {
      row.refuse("parent", null, "must be given with a " + region.kind());
    }
    if ((region.lat() == null) != (region.lon() == null)) {
      row.refuse("lat", region.lat(), "must be given with lon, or neither");
    }
    return region;
  }

  static List<Group> groups(Table table, Map<String, Region> regions) {
    var catalog = Catalog.of(table, row -> group(row, table.lenient(), regions));
    return catalog.items().values().stream().filter(group -> !group.members().isEmpty()).toList();
  }

  private static Group group(Row row, boolean lenient, Map<String, Region> regions) {
    var members = new ArrayList<String>();
    for (String member : row.list("members")) {
      var region = regions.get(member);
      if (region != null && region.isCountry()) {
        members.add(member);
      } else if (!lenient) {
        row.refuse("members", member, "must be the id of a country");
      }
    }
    var group = new Group(row.id("id"), row.text("name"), members);
    if (regions.containsKey(group.id())) {
      row.refuse("id", group.id(), "must not be the id of a region too");
    }
    if (members.isEmpty() && !lenient) {
      row.refuse("members", null, "must name a country");
    }
    return group;
  }
}
