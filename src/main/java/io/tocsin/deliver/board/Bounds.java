package io.tocsin.deliver.board;

import java.time.Duration;

/**
 * How much of the past the board holds; what is older is in the topic alone.
 *
 * @param age how long ago a change may have been emitted to be read at the start
 * @param changes the most that are held
 * @param bytes the most that their values may take together
 */
public record Bounds(Duration age, int changes, long bytes) {
  private static final int CHANGES = 200_000;
  private static final Duration AGE = Duration.ofDays(90);
  private static final int SHARE = 16;

  /** A sixteenth of the heap, 200 000 changes, 90 days. */
  public static Bounds ofHeap(long heapBytes) {
    return new Bounds(AGE, CHANGES, heapBytes / SHARE);
  }
}
