package io.tocsin.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations for people: UTC, and no more precise than one can use. */
public final class Times {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int ROOMY = 120;

  private Times() {}

  public static String second(Instant time) {
    return SECOND.format(time);
  }

  public static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** With seconds where the terminal has room for them. */
  public static String fitting(Instant time, Terminal terminal) {
    return terminal.width() < ROOMY ? minute(time) : second(time);
  }

  /** A duration by its two greatest units: {@code 2 d 4 h}, {@code 12 min}, {@code 850 ms}. */
  public static String lasting(Duration duration) {
    long millis = Math.abs(duration.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = millis / 1_000;
    if (seconds < 60) {
      return seconds < 10 && millis % 1_000 >= 100
          ? seconds + "." + millis % 1_000 / 100 + " s"
          : seconds + " s";
    }
    if (seconds < 3_600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    return seconds < 86_400
        ? two(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  /** {@code in 3 h 20 min}, or {@code 2 d ago}. */
  public static String from(Instant now, Instant time) {
    var gap = lasting(Duration.between(now, time));
    return time.isBefore(now) ? gap + " ago" : "in " + gap;
  }

  private static String two(long great, String unit, long small, String smallUnit) {
    return small == 0 ? great + " " + unit : great + " " + unit + " " + small + " " + smallUnit;
  }
}
