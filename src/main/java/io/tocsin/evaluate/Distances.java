package io.tocsin.evaluate;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How far places were put from where they are, by the measures of toponym resolution: M. Gritta and
 * others, "What's missing in geographical parsing?", Language Resources and Evaluation 52 (2018).
 */
public final class Distances {
  /** A hundred miles: the error within which a place counts as found. */
  public static final double NEAR_KM = 161;

  /** Half the way round the earth: no error is larger. */
  static final double FARTHEST_KM = 20_039;

  private static final double EARTH_RADIUS_KM = 6_371;

  private final double[] errors;

  /**
   * @param errors in km
   */
  public Distances(DoubleStream errors) {
    this.errors = errors.sorted().toArray();
  }

  /** Along the great circle, in km; degrees as of WGS 84. */
  public static double between(double lat, double lon, double otherLat, double otherLon) {
    double north = Math.toRadians(otherLat - lat) / 2;
    double east = Math.toRadians(otherLon - lon) / 2;
    double chord =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(otherLat))
                * Math.pow(Math.sin(east), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  public int count() {
    return errors.length;
  }

  /** The share of places put within {@link #NEAR_KM}; 0 of none. */
  public double accuracy() {
    return Counts.share(near(), errors.length);
  }

  /** How many places were put within {@link #NEAR_KM}. */
  public long near() {
    return Arrays.stream(errors).filter(error -> error <= NEAR_KM).count();
  }

  /** In km; 0 of none. */
  public double mean() {
    return Arrays.stream(errors).average().orElse(0);
  }

  /** In km; 0 of none. */
  public double median() {
    int middle = errors.length / 2;
    if (errors.length == 0) {
      return 0;
    }
    return errors.length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
  }

  /**
   * The area under the curve of the sorted logarithms of the errors, as a share of the largest
   * possible one: 0 where every place is where it should be, 1 where each is at its antipode.
   */
  public double auc() {
    if (errors.length < 2) {
      return errors.length == 0 ? 0 : height(errors[0]);
    }
    double area = 0;
    for (int i = 1; i < errors.length; i++) {
      area += (height(errors[i - 1]) + height(errors[i])) / 2;
    }
    return area / (errors.length - 1);
  }

  private static double height(double error) {
    return Math.log1p(error) / Math.log1p(FARTHEST_KM);
  }
}
