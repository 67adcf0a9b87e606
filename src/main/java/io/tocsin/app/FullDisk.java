package io.tocsin.app;

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

  /**
   * @param of whose disk it is, such as {@code the state folder}
   */
  static Failure failure(String of, Throwable trouble) {
    return new Failure(
        "the disk of %s is full: %s".formatted(of, Troubles.root(trouble).getMessage()),
        "Make room there, or choose another folder with --data, then start again: the state comes"
            + " back from Kafka.",
        trouble);
  }
}
