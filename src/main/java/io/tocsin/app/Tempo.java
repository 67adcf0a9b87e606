package io.tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.errors.InterruptException;

/** Event time that goes by so many times as fast as real time. */
final class Tempo {
  private final double speed;
  private final InstantSource clock;
  private Instant firstEvent;
  private Instant begun;

  /**
   * @param speed event time over real time; positive infinity does not wait
   */
  Tempo(double speed, InstantSource clock) {
    this.speed = speed;
    this.clock = clock;
  }

  /** Returns when it is time for an event; at once for one that comes late. */
  void await(Instant event) {
    if (Double.isInfinite(speed)) {
      return;
    }
    if (firstEvent == null) {
      firstEvent = event;
      begun = clock.instant();
      return;
    }
    var passed = Duration.between(begun, clock.instant()).toMillis();
    long wait = (long) (Duration.between(firstEvent, event).toMillis() / speed) - passed;
    if (wait > 0) {
      sleep(wait);
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
