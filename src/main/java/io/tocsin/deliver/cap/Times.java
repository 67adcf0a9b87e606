package io.tocsin.deliver.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as CAP writes them: whole seconds, and UTC is {@code -00:00}, never {@code Z}. */
final class Times {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

  private Times() {}

  static String of(Instant moment) {
    return FORM.format(moment);
  }
}
