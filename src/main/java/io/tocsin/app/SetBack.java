package io.tocsin.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that somebody set the clock of the machine back. Kafka's clients reckon their waits by
 * it, so all of them, heartbeats and commits too, stand still until it is again what it was: a
 * restart is shorter. Where it was set on, they go on.
 */
final class SetBack {
  /** Less is waited for, and sooner over than a restart. */
  private static final Duration MUCH = Duration.ofMinutes(1);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private long ahead;

  /**
   * @param wall the clock of the machine
   * @param nanos a clock that nobody can set, in nanoseconds
   */
  SetBack(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.ahead = aheadNow();
  }

  /** By how much the one is ahead of the other, in milliseconds. */
  private long aheadNow() {
    return wall.millis() - nanos.getAsLong() / 1_000_000;
  }

  /**
   * One look; to be had often, since what happened before is found against the last one.
   *
   * @throws Failure where it was set back by more than a minute
   */
  void check() {
    long now = aheadNow();
    var back = Duration.ofMillis(ahead - now);
    ahead = now;
    if (back.compareTo(MUCH) > 0) {
      throw new Failure(
          "the clock of this machine was set back by %d s".formatted(back.toSeconds()),
          "Start it again: Kafka's clients would stand still for as long.");
    }
  }
}
