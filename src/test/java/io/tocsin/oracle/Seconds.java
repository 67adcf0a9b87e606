package io.tocsin.oracle;

/** Whole seconds in epoch milliseconds. */
final class Seconds {
  private Seconds() {}

  /** The first whole second that is not earlier. */
  static long ceiling(long millis) {
    return -Math.floorDiv(-millis, 1_000L) * 1_000L;
  }
}
