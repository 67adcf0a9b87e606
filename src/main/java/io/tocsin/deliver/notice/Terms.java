package io.tocsin.deliver.notice;

import java.time.Duration;
import java.util.Objects;

/**
 * What an endpoint is told, and when.
 *
 * @param collect how long changes of one group are collected before they are told in one message
 * @param repeat optional: how long after the last word on a subject that still stands at what was
 *     asked for it is told again
 * @param quiet optional
 */
public record Terms(
    Match match,
    Grouping grouping,
    Duration collect,
    Duration repeat,
    QuietHours quiet,
    RetryLadder ladder) {
  public static final Duration DEFAULT_COLLECT = Duration.ofSeconds(2);
  public static final Terms DEFAULT =
      new Terms(Match.ALL, Grouping.TRIGGER, DEFAULT_COLLECT, null, null, RetryLadder.STANDARD);

  public Terms {
    Objects.requireNonNull(match);
    Objects.requireNonNull(grouping);
    Objects.requireNonNull(collect);
    Objects.requireNonNull(ladder);
  }
}
