package io.tocsin.ingest.cap;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Regions by where they are. The gazetteer knows points alone, no borders: an area is the towns in
 * it, and one without a town lies in what the towns around it have in common.
 */
final class Places {
  private static final double NEAR_KM = 150;
  private static final double KM_A_DEGREE = 111.2;
  private static final int NEIGHBOURS = 3;

  /** Beyond this many towns an area is named by the subdivisions that they lie in. */
  private static final int MOST_TOWNS = 20;

  private static final double WIDEST_DEGREES = 15;

  private record Near(Region region, double kilometres) {}

  private final Regions regions;
  private final STRtree towns = new STRtree();

  Places(Regions regions) {
    this.regions = regions;
    regions.all().stream()
        .filter(region -> region.lat() != null && !region.isCountry())
        .forEach(region -> towns.insert(new Envelope(at(region)), region));
    towns.build();
  }

  /** Ids of the towns in an area, of their subdivisions where they are many; empty for none. */
  Set<String> inside(Geometry area) {
    var prepared = PreparedGeometryFactory.prepare(area);
    return summed(
        found(area.getEnvelopeInternal()).stream()
            .filter(region -> prepared.contains(area.getFactory().createPoint(at(region))))
            .map(Region::id)
            .toList());
  }

  private Set<String> summed(List<String> ids) {
    var all = new LinkedHashSet<>(ids);
    for (boolean rising = true; all.size() > MOST_TOWNS && rising; ) {
      var parents = new LinkedHashSet<String>();
      for (var id : all) {
        var lineage = regions.lineage(id);
        parents.add(lineage.get(Math.min(1, lineage.size() - 1)));
      }
      rising = !parents.equals(all);
      all = parents;
    }
    return all;
  }

  /**
   * The smallest region that holds the nearest towns; none where they are of several countries, or
   * the area is so large that its towns would be in it.
   */
  Set<String> around(Geometry area) {
    var window = area.getEnvelopeInternal();
    if (window.isNull() || Math.max(window.getWidth(), window.getHeight()) > WIDEST_DEGREES) {
      return Set.of();
    }
    double height = NEAR_KM / KM_A_DEGREE;
    window.expandBy(height / Math.max(0.05, Math.cos(Math.toRadians(window.getMaxY()))), height);
    var lineages =
        found(window).stream()
            .map(region -> new Near(region, kilometres(region, area)))
            .filter(near -> near.kilometres() <= NEAR_KM)
            .sorted(Comparator.comparingDouble(Near::kilometres))
            .limit(NEIGHBOURS)
            .map(near -> regions.lineage(near.region().id()))
            .toList();
    return common(lineages);
  }

  private static Set<String> common(List<List<String>> lineages) {
    if (lineages.isEmpty()) {
      return Set.of();
    }
    var first = lineages.get(0);
    return first.subList(Math.min(1, first.size() - 1), first.size()).stream()
        .filter(id -> lineages.stream().allMatch(lineage -> lineage.contains(id)))
        .findFirst()
        .map(Set::of)
        .orElse(Set.of());
  }

  private List<Region> found(Envelope window) {
    var found = new ArrayList<Region>();
    towns.query(window, item -> found.add((Region) item));
    found.sort(Comparator.comparing(Region::id));
    return found;
  }

  private static Coordinate at(Region region) {
    return new Coordinate(region.lon(), region.lat());
  }

  private static double kilometres(Region region, Geometry area) {
    var town = area.getFactory().createPoint(at(region));
    var a = town.getCoordinate();
    var b = DistanceOp.nearestPoints(area, town)[0];
    double width = (a.x - b.x) * Math.cos(Math.toRadians((a.y + b.y) / 2));
    return Math.hypot(width, a.y - b.y) * KM_A_DEGREE;
  }
}
