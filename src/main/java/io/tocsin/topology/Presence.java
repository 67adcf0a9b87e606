package io.tocsin.topology;

import io.tocsin.assess.Outcome;
import java.util.HashMap;
import java.util.Map;

/** How many tracked subjects each region has in one partition. */
final class Presence {
  private final Map<String, Integer> tracked = new HashMap<>();

  /** Counts a subject that is tracked already. */
  void enter(String region) {
    tracked.merge(region, 1, Integer::sum);
  }

  /**
   * Counts what has become of a subject; whether its region has its first one by that, or lost its
   * last.
   */
  boolean turns(Outcome outcome) {
    var region = outcome.subject().region();
    if (outcome.kind() == Outcome.Kind.FORGOTTEN) {
      return tracked.computeIfPresent(region, (r, count) -> count == 1 ? null : count - 1) == null;
    }
    return outcome.former() == Outcome.Former.UNKNOWN
        && tracked.merge(region, 1, Integer::sum) == 1;
  }
}
