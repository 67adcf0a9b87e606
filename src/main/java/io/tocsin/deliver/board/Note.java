package io.tocsin.deliver.board;

import io.tocsin.model.Subject;

/** What a record says to the board; each with the time it was emitted, epoch ms. */
sealed interface Note {
  long emittedAt();

  record Changed(Told told, long emittedAt) implements Note {}

  record Stands(State state, long emittedAt) implements Note {}

  record Gone(Subject subject, long emittedAt) implements Note {}
}
