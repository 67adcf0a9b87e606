package io.tocsin.deliver.board;

import io.tocsin.model.Level;
import java.util.Arrays;

/** How many subjects stand at each level. */
public final class Census {
  private final int[] subjects;
  private final int[] regions;

  Census(int[] subjects, int[] regions) {
    this.subjects = subjects.clone();
    this.regions = regions.clone();
  }

  /** Subjects of an entity at a level. */
  public int subjects(Level level) {
    return subjects[level.ordinal()];
  }

  /** Regions that are at a level overall. */
  public int regions(Level level) {
    return regions[level.ordinal()];
  }

  int size() {
    return Arrays.stream(subjects).sum() + Arrays.stream(regions).sum();
  }
}
