package io.tocsin.evaluate;

import io.tocsin.reference.Region;
import io.tocsin.reference.Regions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where regions lie, as labelled corpora have it: a city at its own coordinates, a country at its
 * centre (The World Factbook), not at its capital, and a subdivision that has no coordinates in the
 * middle of the places in it.
 */
final class Whereabouts {
  /** Coarse enough that where many people live weighs no more than where few do. */
  private static final double CELL_DEGREES = 0.5;

  /** In degrees. */
  record Point(double lat, double lon) {}

  private static final class Middle {
    private final Set<Long> cells = new HashSet<>();
    private double lat;
    private double lon;

    void add(double north, double east) {
      long row = Math.round(north / CELL_DEGREES);
      long column = Math.round(east / CELL_DEGREES);
      if (cells.add(row * 10_000 + column)) {
        lat += north;
        lon += east;
      }
    }

    Point point() {
      return new Point(lat / cells.size(), lon / cells.size());
    }
  }

  private final Map<String, Point> points = new HashMap<>();
  private final Map<String, Point> areas = read("areas.csv");

  Whereabouts(Regions regions) {
    var middles = new HashMap<String, Middle>();
    for (var region : regions.all()) {
      if (region.lat() != null && !region.isCountry()) {
        points.put(region.id(), new Point(region.lat(), region.lon()));
        regions
            .lineage(region.id())
            .forEach(
                above ->
                    middles
                        .computeIfAbsent(above, id -> new Middle())
                        .add(region.lat(), region.lon()));
      }
    }
    points.putAll(read("centres.csv"));
    regions
        .all()
        .forEach(region -> points.computeIfAbsent(region.id(), id -> middle(region, middles)));
    regions.all().forEach(region -> nearest(region, regions));
  }

  /** {@code null} where nothing around the region has coordinates either. */
  Point of(String region) {
    return points.get(region);
  }

  private static Point middle(Region region, Map<String, Middle> middles) {
    var middle = middles.get(region.id());
    if (middle != null) {
      return middle.point();
    }
    return region.lat() == null ? null : new Point(region.lat(), region.lon());
  }

  /** What has no place of its own lies where the region around it does. */
  private void nearest(Region region, Regions regions) {
    for (var above : regions.lineage(region.id())) {
      if (points.get(above) != null) {
        points.put(region.id(), points.get(above));
        return;
      }
    }
  }

  /** Where a part of the world lies; {@code null} for one that is not known. */
  Point ofArea(String name) {
    return areas.get(name);
  }

  private static Map<String, Point> read(String file) {
    var points = new HashMap<String, Point>();
    var resource = Whereabouts.class.getResourceAsStream("/evaluate/" + file);
    Objects.requireNonNull(resource, () -> "not in the jar: evaluate/" + file);
    try (var in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      in.lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("region"))
          .map(line -> line.split(","))
          .forEach(
              row ->
                  points.put(
                      row[0], new Point(Double.parseDouble(row[1]), Double.parseDouble(row[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read evaluate/" + file, e);
    }
    return points;
  }
}
