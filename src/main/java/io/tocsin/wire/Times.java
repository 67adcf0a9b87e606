package io.tocsin.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as text: ISO 8601. */
final class Times {
  static final String RULE = "must be ISO 8601 with an offset or Z, or epoch milliseconds";
  private static final int MILLISECOND_DIGITS = 3;
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder().appendInstant(MILLISECOND_DIGITS).toFormatter();

  /** RFC 3339, and the offsets without a colon or minutes that ISO 8601 allows besides. */
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /** In UTC with exactly three digits of milliseconds: {@code 2026-11-23T18:00:00.000Z}. */
  static String text(Instant time) {
    return WRITTEN.format(time);
  }

  /** Empty where the text is no ISO 8601 time with an offset. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, READ).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
