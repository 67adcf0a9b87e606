package io.tocsin.topology;

/**
 * Counts what becomes of records, so that the books can be balanced: {@code read = assessed +
 * duplicate + superseded + recorded + unlocated + policy + dead-lettered}.
 *
 * <p>Under exactly-once a record whose transaction is aborted is counted again when it is processed
 * again.
 */
public interface Tally {
  /** What became of a record. */
  enum Entry {
    READ,
    ASSESSED,
    DUPLICATE,
    SUPERSEDED,
    RECORDED,
    UNLOCATED,
    POLICY,
    DEAD_LETTERED,
    /** An alert was told. */
    ALERT
  }

  /** Keeps no books. */
  Tally NONE = (entry, reason) -> {};

  /**
   * @param reason of a dead letter, the cause of an alert; empty otherwise
   */
  void count(Entry entry, String reason);

  default void count(Entry entry) {
    count(entry, "");
  }
}
