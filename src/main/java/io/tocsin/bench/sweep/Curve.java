package io.tocsin.bench.sweep;

import java.util.List;

/** What a sweep found, in the order in which it was found. */
public record Curve(Sweep sweep, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /** What was measured, each once. */
  public List<String> series() {
    return points.stream().map(Point::series).distinct().toList();
  }

  public List<Point> of(String series) {
    return points.stream().filter(point -> point.series().equals(series)).toList();
  }
}
