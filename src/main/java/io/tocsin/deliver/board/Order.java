package io.tocsin.deliver.board;

import java.util.Comparator;

/** How states are put in order; what is equal goes by subject. */
public enum Order {
  /** Highest first, then by score. */
  LEVEL(
      Comparator.comparing(State::level)
          .thenComparingDouble(State::score)
          .reversed()
          .thenComparing(State::subject)),
  /** Greatest first. */
  SCORE(Comparator.comparingDouble(State::score).reversed().thenComparing(State::subject)),
  /** What moved last first. */
  TIME(Comparator.comparingLong(State::effectiveAt).reversed().thenComparing(State::subject)),
  /** Where the two ledgers lie furthest apart first. */
  GAP(
      Comparator.comparingInt(State::gap)
          .thenComparing(State::level)
          .thenComparingDouble(State::score)
          .reversed()
          .thenComparing(State::subject)),
  /** By id. */
  ENTITY(Comparator.comparing(State::subject)),
  /** By id. */
  REGION(
      Comparator.<State, String>comparing(s -> s.subject().region()).thenComparing(State::subject));

  private final Comparator<State> comparator;

  Order(Comparator<State> comparator) {
    this.comparator = comparator;
  }

  Comparator<State> comparator(boolean reversed) {
    return reversed ? comparator.reversed() : comparator;
  }
}
