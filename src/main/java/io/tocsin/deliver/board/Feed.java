package io.tocsin.deliver.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Committed records, in order within each partition. For one thread. */
public interface Feed extends AutoCloseable {

  /** What has come; waits this long for it where there is nothing. */
  List<Entry> poll(Duration wait);

  /** Whether all has been handed out that was there when the feed was opened. */
  boolean isCaughtUp();

  /** Where reading of the topic of alerts stands: everything before it has been handed out. */
  Bookmark bookmark();

  /** Changes emitted before this moment are left out; empty where none are. */
  default Optional<Instant> cut() {
    return Optional.empty();
  }

  @Override
  void close();
}
