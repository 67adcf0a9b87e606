package io.tocsin.ingest.gdelt;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** The cells of one row, by their numbers from 0. */
record Row(List<String> cells) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  String text(int column) {
    return cells.get(column).strip();
  }

  /** A cell that must hold a number of digits alone: an id. */
  String number(int column, String name) {
    var text = text(column);
    if (text.isEmpty() || text.length() > 20 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw refused(name, text, "must be a number");
    }
    return text;
  }

  /** A time written {@code YYYYMMDDHHMMSS}, in UTC. */
  Instant moment(int column, String name) {
    var text = text(column);
    try {
      return LocalDateTime.parse(text, MOMENT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refused(name, text, "must be a time as YYYYMMDDHHMMSS");
    }
  }

  /** The beginning of a day written {@code YYYYMMDD}, in UTC. */
  Instant day(int column, String name) {
    var text = text(column);
    try {
      return LocalDate.parse(text, DAY).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw refused(name, text, "must be a day as YYYYMMDD");
    }
  }

  static InvalidRecord refused(String field, String value, String rule) {
    return new InvalidRecord(Problem.of(field, value, rule));
  }
}
