package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Rest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a score is made of at a moment: every row with its weight, and its share of the sum. */
final class Parts {
  /**
   * @param weight in dB, decayed
   * @param share of the sum, in [0, 1]
   */
  record Part(Weighed weighed, double weight, double share) {
    private static final Comparator<Part> HEAVIEST =
        Comparator.comparingDouble(Part::weight)
            .reversed()
            .thenComparing(part -> part.weighed().row(), Exhibit.ORDER);

    AlertLevelChange.Evidence evidence() {
      var row = weighed.row();
      return new AlertLevelChange.Evidence(
          row.id(),
          row.source(),
          row.origin(),
          row.entity(),
          row.region(),
          row.category(),
          row.reliability(),
          row.credibility(),
          weighed.leader().row().id(),
          Instant.ofEpochMilli(row.time()),
          row.headline(),
          row.url(),
          weight,
          share);
    }
  }

  /** A share smaller than this part of a sum does not move it: half a unit in its last place. */
  private static final double NEGLIGIBLE = 0x1p-54;

  private final Course course;

  /** By row. */
  private final double[] weights;

  private final double total;

  private Parts(Course course, double[] weights, double total) {
    this.course = course;
    this.weights = weights;
    this.total = total;
  }

  static Parts of(Course course, long time) {
    var rows = course.rows();
    var weights = new double[rows.size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = course.decayed(rows.get(i), time);
      total += course.power(weights[i]);
    }
    return new Parts(course, weights, total);
  }

  /** The heaviest first. */
  List<Part> all() {
    return IntStream.range(0, weights.length).mapToObj(this::part).sorted(Part.HEAVIEST).toList();
  }

  /** The sum of the weights to the power of q: what the score is the root of. */
  double total() {
    return total;
  }

  /** The heaviest first, the earlier of two that weigh the same. */
  List<Part> heaviest(int count) {
    return IntStream.of(heaviestRows(count)).mapToObj(this::part).toList();
  }

  /** All but the heaviest. */
  Rest rest(int listed) {
    int left = weights.length - listed;
    if (left <= 0) {
      return Rest.NONE;
    }
    var shares = new double[weights.length];
    Arrays.setAll(shares, i -> share(weights[i]));
    for (int row : heaviestRows(listed)) {
      shares[row] = 0;
    }
    return new Rest(left, sum(shares));
  }

  /** From the greatest to the smallest, so that the sum does not depend on the order of rows. */
  private static double sum(double[] shares) {
    double greatest = 0;
    for (double share : shares) {
      greatest = Math.max(greatest, share);
    }
    int kept = 0;
    for (double share : shares) {
      if (share >= greatest * NEGLIGIBLE) {
        shares[kept++] = share;
      }
    }
    Arrays.sort(shares, 0, kept);
    double sum = 0;
    for (int i = kept - 1; i >= 0; i--) {
      sum += shares[i];
    }
    return sum;
  }

  private int[] heaviestRows(int count) {
    var heaviest = new int[Math.min(count, weights.length)];
    int found = 0;
    for (int row = 0; row < weights.length && heaviest.length > 0; row++) {
      if (found == heaviest.length && weights[row] <= weights[heaviest[found - 1]]) {
        continue;
      }
      found = Math.min(found + 1, heaviest.length);
      int at = found - 1;
      for (; at > 0 && weights[row] > weights[heaviest[at - 1]]; at--) {
        heaviest[at] = heaviest[at - 1];
      }
      heaviest[at] = row;
    }
    return heaviest;
  }

  private Part part(int row) {
    return new Part(course.rows().get(row), weights[row], share(weights[row]));
  }

  private double share(double weight) {
    return total == 0 ? 0 : course.power(weight) / total;
  }
}
