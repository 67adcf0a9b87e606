package io.tocsin.wire;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 12h}, {@code 1d 12h}, or ISO 8601. */
final class Durations {
  static final String RULE = "must be a duration such as 12h, 7d, 90m, 30s or PT12H";
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|[wdhms])\\s*)+");
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[wdhms])");
  private static final int DAYS_OF_WEEK = 7;

  private Durations() {}

  /** Empty where the text is no duration. */
  static Optional<Duration> parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    return WHOLE.matcher(trimmed).matches() ? Optional.of(sum(trimmed)) : iso(trimmed);
  }

  /** In the largest unit that gives a whole number. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    for (Unit unit : Unit.values()) {
      if (millis % unit.millis == 0 && millis >= unit.millis) {
        return millis / unit.millis + unit.name().toLowerCase(Locale.ROOT);
      }
    }
    return duration.toString();
  }

  private static Duration sum(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              part.group(2).equals("w")
                  ? Duration.ofDays(count * DAYS_OF_WEEK)
                  : Duration.ofMillis(
                      count * Unit.valueOf(part.group(2).toUpperCase(Locale.ROOT)).millis));
    }
    return sum;
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Largest first. */
  private enum Unit {
    D(86_400_000),
    H(3_600_000),
    M(60_000),
    S(1_000),
    MS(1);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }
}
