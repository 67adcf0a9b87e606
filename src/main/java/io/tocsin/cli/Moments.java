package io.tocsin.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them: ISO 8601, a date (its start in UTC), or an age such as 2h or 7d. */
final class Moments implements ITypeConverter<Instant> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final InstantSource clock;

  Moments(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    var age = AGE.matcher(text);
    if (age.matches()) {
      return clock.instant().minus(unit(age.group(2)).multipliedBy(Long.parseLong(age.group(1))));
    }
    try {
      return DATE.matcher(text).matches()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a time: give 2015-11-13T20:25:00Z, 2015-11-13, or an age as 2h");
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
