package io.tocsin.ingest.cap;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Polygons and circles of CAP in degrees, x east and y north (WGS 84). */
final class Shapes {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final double EARTH_KM = 6_371;
  private static final int CORNERS = 64;
  private static final int MOST_POINTS = 20_000;

  private final GeometryFactory factory = new GeometryFactory();

  /**
   * A polygon by its corners, {@code lat,lon} each; one that is left open is closed. It may cross
   * itself: whether a point is inside is told all the same, by the even-odd rule, and to mend it
   * would cost a hostile one the square of its corners.
   *
   * @throws InvalidRecord where it is none
   */
  Geometry polygon(String text) {
    var words = SPACE.split(text.strip());
    if (words.length < 3 || words.length > MOST_POINTS) {
      throw refused("polygon", text, "must have 3 to " + MOST_POINTS + " corners");
    }
    var corners = new ArrayList<Coordinate>();
    for (var word : words) {
      corners.add(point(word, "polygon"));
    }
    if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
      corners.add(corners.get(0).copy());
    }
    if (corners.size() < 4) {
      throw refused("polygon", text, "must have 3 different corners");
    }
    return factory.createPolygon(corners.toArray(Coordinate[]::new));
  }

  /**
   * A circle: {@code lat,lon radius}.
   *
   * @throws InvalidRecord where it is none
   */
  Geometry circle(String text) {
    var words = SPACE.split(text.strip());
    if (words.length != 2) {
      throw refused("circle", text, "must be lat,lon and a radius");
    }
    var centre = point(words[0], "circle");
    double radius = number(words[1], "circle", EARTH_KM);
    if (radius <= 0) {
      return factory.createPoint(centre);
    }
    double height = Math.toDegrees(radius / EARTH_KM);
    double width = height / Math.max(0.01, Math.cos(Math.toRadians(centre.y)));
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i <= CORNERS; i++) {
      double angle = 2 * Math.PI * (i % CORNERS) / CORNERS;
      corners.add(
          new Coordinate(centre.x + width * Math.cos(angle), centre.y + height * Math.sin(angle)));
    }
    return factory.createPolygon(corners.toArray(Coordinate[]::new));
  }

  private static Coordinate point(String word, String field) {
    int comma = word.indexOf(',');
    if (comma < 0) {
      throw refused(field, word, "must be lat,lon");
    }
    return new Coordinate(
        number(word.substring(comma + 1), field, 180), number(word.substring(0, comma), field, 90));
  }

  private static double number(String word, String field, double most) {
    try {
      double number = Double.parseDouble(word);
      if (Math.abs(number) <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw refused(field, word, "must be a number from -%.0f to %.0f".formatted(most, most));
  }

  private static InvalidRecord refused(String field, String value, String rule) {
    return new InvalidRecord(Problem.of(field, value, rule));
  }
}
