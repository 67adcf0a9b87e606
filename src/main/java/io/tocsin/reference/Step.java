package io.tocsin.reference;

import io.tocsin.model.Level;

/**
 * One step of a national scale, and where it lies on the common ladder.
 *
 * @param version scales are re-based: the same name may stand elsewhere in another version
 * @param order the step's rank, lowest first
 * @param level {@code null} where the step says nothing of a level ("no advisory")
 * @param levelFrom the lower end of the interval where the step is wider than a level
 * @param levelTo its upper end
 */
public record Step(
    String scale,
    String version,
    int order,
    String name,
    Level level,
    Level levelFrom,
    Level levelTo) {

  /** Whether a declared level agrees with this step. */
  public boolean allows(Level declared) {
    return level == null || declared.compareTo(levelFrom) >= 0 && declared.compareTo(levelTo) <= 0;
  }
}
