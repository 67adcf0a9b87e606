package io.tocsin.deliver.live;

import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;

/** How changes and states are written for listeners, each as one line. */
public interface Writing {
  byte[] change(Told told);

  byte[] level(State state);

  /** A change was handed to all who listen now, somebody at least. */
  default void told(Told told) {}
}
