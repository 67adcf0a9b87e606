package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Rest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  private final List<Part> parts;
  private final double total;

  private Parts(List<Part> parts, double total) {
    this.parts = parts;
    this.total = total;
  }

  static Parts of(Course course, Policy policy, long time) {
    var weights = new ArrayList<Part>();
    double total = 0;
    for (var weighed : course.rows()) {
      double weight = course.decayed(weighed, time);
      weights.add(new Part(weighed, weight, 0));
      total += course.power(weight);
    }
    double sum = total;
    weights.replaceAll(
        p -> new Part(p.weighed(), p.weight(), sum == 0 ? 0 : course.power(p.weight()) / sum));
    weights.sort(Part.HEAVIEST);
    return new Parts(weights, total);
  }

  List<Part> all() {
    return parts;
  }

  /** The sum of the weights to the power of q: what the score is the root of. */
  double total() {
    return total;
  }

  List<Part> heaviest(int count) {
    return parts.subList(0, Math.min(count, parts.size()));
  }

  Rest rest(List<Part> listed) {
    if (listed.size() == parts.size()) {
      return Rest.NONE;
    }
    double share = 0;
    for (var part : parts.subList(listed.size(), parts.size())) {
      share += part.share();
    }
    return new Rest(parts.size() - listed.size(), share);
  }
}
