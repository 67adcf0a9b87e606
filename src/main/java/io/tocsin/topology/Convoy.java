package io.tocsin.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the threads that read history abreast. Their partitions tell the same years, and a thread
 * that has read days ahead makes all that the others bring late, which costs far more than a short
 * wait. One for each process; no result depends on it.
 */
final class Convoy {
  /** How far, in time of the stream, a thread may be ahead of another. */
  private static final long AHEAD_MS = Duration.ofHours(2).toMillis();

  /** Who has read nothing for so long has nothing to read. */
  private static final long ACTIVE_MS = 200;

  private static final long WAIT_NANOS = Duration.ofMillis(1).toNanos();
  private static final int EVERY = 16;

  /** Where one thread is: the furthest moment it has read, and when it last read anything. */
  private static final class Place {
    private volatile long clock = Long.MIN_VALUE;
    private volatile long seen;
    private int records;
  }

  private final Map<Thread, Place> places = new ConcurrentHashMap<>();

  /**
   * The current thread has read a record; waits a moment if it is too far ahead.
   *
   * @param clock of the record's partition, in UTC epoch ms
   * @param now by the wall clock, in UTC epoch ms
   */
  void read(long clock, long now) {
    var mine = places.computeIfAbsent(Thread.currentThread(), thread -> new Place());
    mine.seen = now;
    if (clock > mine.clock) {
      mine.clock = clock;
    }
    if (++mine.records % EVERY == 0 && isTooFarAhead(mine, now)) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
  }

  private boolean isTooFarAhead(Place mine, long now) {
    for (var other : places.values()) {
      if (now - other.seen < ACTIVE_MS && mine.clock - other.clock > AHEAD_MS) {
        return true;
      }
    }
    return false;
  }
}
