package io.tocsin.assess;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest distinct origins of independent reports: what corroborates from outside; assessment,
 * section 5.
 */
final class Origins {
  private record Latest(String origin, long time) {}

  private final int needed;
  private final long window;
  private final List<Latest> latest = new ArrayList<>();

  Origins(Policy.Corroboration policy) {
    this.needed = policy.origins();
    this.window = policy.window().toMillis();
  }

  void clear() {
    latest.clear();
  }

  /** Counts a report that leads its story; they come in order of time. */
  void add(String origin, long time) {
    latest.removeIf(l -> l.origin().equals(origin));
    latest.add(0, new Latest(origin, time));
    if (latest.size() > needed) {
      latest.remove(needed);
    }
  }

  /** Until when, exclusively, there are enough of them; NEVER where there are not. */
  long corroboratedUntil() {
    return latest.size() < needed ? Times.NEVER : latest.get(needed - 1).time() + window;
  }
}
