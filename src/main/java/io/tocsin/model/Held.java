package io.tocsin.model;

/** What kept a level away from what its score alone would give. */
public enum Held {
  NONE,
  /** Capped: no second independent origin, no official word. */
  UNCORROBORATED,
  /** Still at its peak of the last hours. */
  PEAK_HOLD,
  /** Fixed by an analyst. */
  PINNED
}
