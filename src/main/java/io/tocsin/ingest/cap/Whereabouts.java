package io.tocsin.ingest.cap;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * From the areas of an alert to regions. The surest way that gives any is taken, for each area: ISO
 * codes, towns inside the geometry, states by codes, the towns around the geometry, names.
 */
final class Whereabouts {
  private static final Pattern BETWEEN = Pattern.compile("[;,/&\\n]| and | und | et | y ");
  private static final Pattern EXTENT =
      Pattern.compile("(?i)\\b(?:nationwide|statewide|state of|county|province of|all of)\\b");

  private final Regions regions;
  private final Geocodes geocodes;
  private final Places places;

  Whereabouts(Regions regions) {
    this.regions = regions;
    this.geocodes = new Geocodes(regions);
    this.places = new Places(regions);
  }

  /**
   * Ids of regions.
   *
   * @throws InvalidRecord where there are areas and none of them is a region
   */
  List<String> of(List<Area> areas) {
    var found = new LinkedHashSet<String>();
    areas.forEach(area -> found.addAll(of(area)));
    if (found.isEmpty() && !areas.isEmpty()) {
      throw new InvalidRecord(
          Problem.of(
              "area", areas.get(0).description(), "is no region of the gazetteer, nor near one"));
    }
    return List.copyOf(found);
  }

  private Set<String> of(Area area) {
    var exact = geocodes.exact(area);
    if (!exact.isEmpty()) {
      return exact;
    }
    var shapes = shapes(area);
    var inside = new LinkedHashSet<String>();
    shapes.forEach(shape -> inside.addAll(places.inside(shape)));
    if (!inside.isEmpty()) {
      return inside;
    }
    var states = geocodes.around(area);
    if (!states.isEmpty()) {
      return states;
    }
    var around = new LinkedHashSet<String>();
    shapes.forEach(shape -> around.addAll(places.around(shape)));
    return around.isEmpty() ? named(area.description()) : around;
  }

  private static List<Geometry> shapes(Area area) {
    var reader = new Shapes();
    var shapes = new ArrayList<Geometry>();
    area.polygons().forEach(polygon -> shapes.add(reader.polygon(polygon)));
    area.circles().forEach(circle -> shapes.add(reader.circle(circle)));
    return shapes;
  }

  /** Names of several countries contradict each other: then none of them is sure. */
  private Set<String> named(String description) {
    var found = new LinkedHashSet<String>();
    Stream.concat(Stream.of(description), BETWEEN.splitAsStream(description))
        .map(name -> EXTENT.matcher(name).replaceAll("").strip())
        .filter(name -> !name.isEmpty())
        .forEach(name -> regions.suggest(name).ifPresent(found::add));
    boolean agreed = found.stream().map(regions::country).distinct().count() == 1;
    return agreed ? found : Set.of();
  }
}
