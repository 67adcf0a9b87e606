package io.tocsin.topology;

import io.tocsin.wire.DeadLetter;

/**
 * What a step makes of a record: a value to go on with, or a refusal.
 *
 * @param <T> the value
 */
record Result<T>(T value, Refusal refusal) {
  /** A record as it came, and why it goes no further. */
  record Refusal(byte[] key, byte[] value, DeadLetter letter) {}

  static <T> Result<T> of(T value) {
    return new Result<>(value, null);
  }

  static <T> Result<T> refused(byte[] key, byte[] value, DeadLetter letter) {
    return new Result<>(null, new Refusal(key, value, letter));
  }

  boolean isRefused() {
    return refusal != null;
  }
}
