package io.tocsin.bench.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A sweep and how far it goes.
 *
 * @param top the greatest value
 * @param records that are timed at each value; through a broker, that are published
 * @param longest after that a run through a broker is cut
 * @param heap of each process, as {@code -Xmx} takes it
 * @param sets configuration for Tocsin, where it takes part
 * @param into optional: a folder for the plot
 */
public record SweepPlan(
    Sweep sweep,
    long top,
    long records,
    Duration longest,
    String heap,
    Map<String, String> sets,
    Path into) {

  /**
   * @throws IllegalArgumentException with a number that is out of range
   */
  public SweepPlan {
    sets = Map.copyOf(sets);
    sweep.values(top);
    if (records < 1) {
      throw new IllegalArgumentException("records must be at least 1, got " + records);
    }
    if (!heap.matches("[1-9][0-9]*[kmgKMG]")) {
      throw new IllegalArgumentException(
          "memory must be a number and m or g, such as 1g, got " + heap);
    }
  }
}
