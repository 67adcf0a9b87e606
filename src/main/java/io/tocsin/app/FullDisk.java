package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Path;

/** A disk without room, which writing to it met. */
final class FullDisk {
  private FullDisk() {}

  /** Whether a failure comes of it: neither Java nor RocksDB has a kind of exception for that. */
  static boolean isIn(Throwable trouble) {
    for (var at = trouble; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains("No space left on device")) {
        return true;
      }
    }
    return false;
  }

  /** What to say of the state folder's disk. */
  static Failure failure(Throwable trouble) {
    return new Failure(
        "the disk of the state folder is full: " + Troubles.root(trouble).getMessage(),
        "Make room there, or choose another folder with --data, then start again: the state comes"
            + " back from Kafka.",
        trouble);
  }

  /**
   * What to say of a file of the state folder that was not written: for want of room, or rights.
   */
  static Failure unwritable(Path file, IOException trouble) {
    return isIn(trouble)
        ? failure(trouble)
        : new Failure(
            "%s cannot be written: %s".formatted(file, trouble),
            "Give this user the right to write there, or choose another folder with --data.",
            trouble);
  }
}
