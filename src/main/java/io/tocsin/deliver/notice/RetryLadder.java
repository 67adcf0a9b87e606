package io.tocsin.deliver.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed attempt before the next; after the last wait and one more
 * attempt a message is given up.
 */
public record RetryLadder(List<Duration> waits) {
  /** The ladder that Standard Webhooks gives as an example: three days and a half in all. */
  public static final RetryLadder STANDARD =
      new RetryLadder(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  public RetryLadder {
    waits = List.copyOf(waits);
  }

  /**
   * The wait after so many failed attempts; empty where there is to be no other.
   *
   * @param asked optional: what the receiver asked for by Retry-After; it only makes a wait longer
   */
  public Optional<Duration> after(int attempts, Duration asked) {
    if (attempts > waits.size()) {
      return Optional.empty();
    }
    var wait = waits.get(attempts - 1);
    return Optional.of(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
  }
}
