package io.tocsin.deliver.board;

/**
 * A committed record as it is stored.
 *
 * @param timestamp of the record, epoch ms: when it was emitted
 * @param key {@code null} where somebody else wrote it
 * @param value {@code null} for a tombstone
 */
public record Entry(
    Kind kind, int partition, long offset, long timestamp, byte[] key, byte[] value) {

  /** Of which topic. */
  public enum Kind {
    LEVEL,
    ALERT
  }
}
