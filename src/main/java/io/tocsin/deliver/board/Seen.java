package io.tocsin.deliver.board;

import io.tocsin.model.Level;
import io.tocsin.model.Subject;

/** What lists are filtered by: a state or a change without its evidence. */
public sealed interface Seen permits State, Told {
  Subject subject();

  /** The level; of a change the higher of the two it lies between. */
  Level height();

  Level declared();

  Level reported();

  /** Event time, epoch ms. */
  long effectiveAt();

  /** How many levels lie between the two ledgers. */
  default int gap() {
    return Math.abs(declared().ordinal() - reported().ordinal());
  }
}
