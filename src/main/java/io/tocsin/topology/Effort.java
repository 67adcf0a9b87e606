package io.tocsin.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How much of its time each thread has worked: what tells a thread that lags from an idle one. */
final class Effort {
  /** Of one thread, in ns. */
  static final class Share {
    private final LongSupplier nanos;
    private long started;
    private long spent;
    private boolean works;

    private Share(LongSupplier nanos) {
      this.nanos = nanos;
    }

    /** The present, in ns since some moment. */
    long now() {
      return nanos.getAsLong();
    }

    void begin() {
      started = now();
      works = true;
    }

    /** Work is done, where any was. */
    void pause() {
      if (works) {
        spent += now() - started;
        works = false;
      }
    }

    /** All that this thread has worked so far, in ns. */
    long spent() {
      return spent;
    }
  }

  private final LongSupplier nanos;
  private final Map<Thread, Share> shares = new ConcurrentHashMap<>();

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Effort(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** That of the current thread. */
  Share mine() {
    return shares.computeIfAbsent(Thread.currentThread(), thread -> new Share(nanos));
  }
}
