package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Bookmark;
import java.time.Instant;

/** Where a listener begins. */
public sealed interface From {
  /** With the next change that comes. */
  record Now() implements From {}

  /** Behind what it has heard already. */
  record Place(Bookmark place) implements From {}

  /** With what took effect at this moment or later. */
  record Moment(Instant since) implements From {}

  /**
   * With the next change, having missed what cannot be told.
   *
   * @param reason what was wrong with its last event id
   */
  record Lost(String reason) implements From {}
}
