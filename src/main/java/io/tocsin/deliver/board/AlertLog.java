package io.tocsin.deliver.board;

import java.time.Instant;

/** The topic of alerts, for those who read it from a place of their own. */
public interface AlertLog {

  /** What is there now: the first place that still is, and the end. */
  Span span();

  /** The place before everything that was emitted at this moment or later. */
  Bookmark at(Instant moment);

  /** The changes from a place on; each partition from its own offset. */
  Feed from(Bookmark place);

  /**
   * @param start before what is the oldest in each partition
   * @param end behind what is the latest
   */
  record Span(Bookmark start, Bookmark end) {}
}
