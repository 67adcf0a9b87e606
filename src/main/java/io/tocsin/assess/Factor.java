package io.tocsin.assess;

/**
 * Why a row weighs something else than its report alone would.
 *
 * @param by id of the story's leader, the statement or the news event
 * @param value what the weight was multiplied by
 */
public record Factor(Kind kind, String by, double value) {
  /** What makes a row weigh more or less. */
  public enum Kind {
    /** A further telling of a story that another row leads. */
    COPY,
    /** A further report of a source that its story has counted already. */
    SAME_SOURCE,
    CONFIRMED,
    DENIED,
    ALL_CLEAR,
    REFUTED,
    /** A warning that its authority took back. */
    WITHDRAWN
  }

  /**
   * Told of factors while a weight is computed, so that the sum and its explanation have one
   * source.
   */
  @FunctionalInterface
  interface Sink {
    Sink NOWHERE = (kind, by, value) -> {};

    void factor(Kind kind, String by, double value);
  }
}
