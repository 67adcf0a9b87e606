package io.tocsin.wire;

import io.tocsin.model.Incoming;
import io.tocsin.model.Problem;
import java.util.List;

/** What a line of a file of events turned out to be. */
public sealed interface Line {

  /** From 1; blank lines count. */
  long number();

  /** A valid record. */
  record Good(long number, Incoming record) implements Line {}

  /**
   * No valid record.
   *
   * @param excerpt how the line begins
   * @param problems at least one
   */
  record Bad(long number, String excerpt, List<Problem> problems) implements Line {}
}
