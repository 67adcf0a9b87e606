package io.tocsin.assess;

import java.util.Arrays;

/**
 * The latest distinct origins of independent reports: what corroborates from outside; assessment,
 * section 5.
 */
final class Origins {
  private static final Row[] NONE = {};

  private final Policy.Corroboration policy;

  /** One report of each, the latest first. */
  private Row[] latest = NONE;

  Origins(Policy.Corroboration policy) {
    this.policy = policy;
  }

  void clear() {
    latest = NONE;
  }

  /** A copy that later reports do not reach. */
  Row[] kept() {
    return latest.clone();
  }

  void restore(Row[] kept) {
    latest = kept.clone();
  }

  /** Counts a report that leads its story; they come in order of time. */
  void add(Row report) {
    int known = indexOf(report.origin());
    int moved = known < 0 ? Math.min(latest.length, policy.origins() - 1) : known;
    if (moved == latest.length) {
      latest = Arrays.copyOf(latest, moved + 1);
    }
    System.arraycopy(latest, 0, latest, 1, moved);
    latest[0] = report;
  }

  /** Until when, exclusively, there are enough of them; NEVER where there are not. */
  long corroboratedUntil() {
    int needed = policy.origins();
    return latest.length < needed
        ? Times.NEVER
        : latest[needed - 1].time() + policy.window().toMillis();
  }

  private int indexOf(String origin) {
    for (int i = 0; i < latest.length; i++) {
      if (latest[i].origin().equals(origin)) {
        return i;
      }
    }
    return -1;
  }
}
