package io.tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says now and then why the processor does not process, so that nobody waits without a word. */
final class Bulletin {
  private static final Duration AT_FIRST = Duration.ofSeconds(3);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Watch watch;
  private final InstantSource clock;
  private Instant since;
  private Instant next;
  private boolean told;

  Bulletin(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * To be called often.
   *
   * @param hindrance why it does not process now, as a fragment; empty where it does
   */
  synchronized void look(Optional<String> hindrance) {
    var now = clock.instant();
    if (hindrance.isEmpty()) {
      over(now);
    } else if (since == null) {
      since = now;
      next = now.plus(AT_FIRST);
    } else if (!now.isBefore(next)) {
      next = now.plus(AGAIN);
      told = true;
      watch.say("the processor " + hindrance.get());
    }
  }

  private void over(Instant now) {
    if (told) {
      watch.say(
          "the processor runs, after %d s".formatted(Duration.between(since, now).toSeconds()));
    }
    since = null;
    told = false;
  }
}
