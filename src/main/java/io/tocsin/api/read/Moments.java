package io.tocsin.api.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are written: ISO 8601 in UTC with milliseconds. */
final class Moments {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** {@code null} of {@code null}. */
  static String text(Instant moment) {
    return moment == null ? null : FORMAT.format(moment);
  }
}
