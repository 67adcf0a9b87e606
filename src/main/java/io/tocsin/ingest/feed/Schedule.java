package io.tocsin.ingest.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * When a feed is looked at next. Chance comes as a number from 0 to 1, so that feeds which fell
 * into step get out of it.
 *
 * @param next not before then
 * @param failures in a row
 */
record Schedule(Instant next, int failures) {
  /** Where the wait doubles no further. */
  static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** Within which feeds that were never looked at have their first look. */
  static final Duration FIRST_WITHIN = Duration.ofSeconds(5);

  private static final Duration LEAST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 16;
  private static final double SPREAD = 0.1;

  static Schedule first(Instant now, double chance) {
    return new Schedule(now.plus(times(FIRST_WITHIN, chance)), 0);
  }

  /** After a look that went well: the interval, and up to a tenth more. */
  Schedule succeeded(Instant now, Duration interval, double chance) {
    return new Schedule(now.plus(times(interval, 1 + SPREAD * chance)), 0);
  }

  /**
   * After one that did not: twice the wait each time, and up to a tenth more, never less than was
   * asked for.
   */
  Schedule failed(Instant now, Duration interval, Duration asked, double chance) {
    var start = longer(interval, LEAST_WAIT);
    var doubled = start.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    var wait = shorter(doubled, longer(LONGEST_WAIT, interval));
    return new Schedule(now.plus(times(longer(wait, asked), 1 + SPREAD * chance)), failures + 1);
  }

  boolean isTroubled() {
    return failures > 0;
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
