package io.tocsin.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they are met in documents of others: ISO 8601 and RFC 3339, RFC 822 and 2822 with their
 * zone names, C's asctime, and the common errors in writing these.
 */
public final class Dates {
  private static final int LONGEST = 80;
  private static final int CENTURY = 100;
  private static final int FIRST_OF_LAST_CENTURY = 70;
  private static final int NOON = 12;
  private static final int MIDNIGHT = 24;

  /** Hours east of Greenwich. A name that is not here counts as UTC, as RFC 2822 has it. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("AST", -4),
          Map.entry("ADT", -3),
          Map.entry("AKST", -9),
          Map.entry("AKDT", -8),
          Map.entry("HST", -10),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("MEZ", 1),
          Map.entry("CEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AWST", 8),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13));

  private static final String TIME =
      "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
          + "(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?)?";
  private static final String ZONE =
      "(?:\\s*(?<name>[A-Za-z]{1,5}))?\\s*(?<offset>[+-]\\d{1,2}:?(?:\\d{2})?)?(?:\\s*\\([^)]*\\))?";

  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})(?:[-/](?<month>\\d{1,2})(?:[-/](?<day>\\d{1,2}))?)?(?:(?:T|t|\\s+)"
              + TIME
              + ZONE
              + ")?");

  private static final Pattern COMPACT =
      Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}+\\.?\\s*,?\\s*)?(?<day>\\d{1,2})[\\s-]+(?<word>\\p{L}{3,9})\\.?[\\s,-]+"
              + "(?<year>\\d{4}|\\d{2})(?:[\\s,T]+"
              + TIME
              + ZONE
              + ")?");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\p{L}+\\.?\\s*,?\\s+)?(?<word>\\p{L}{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?:"
              + "(?<year>\\d{4})(?:[\\s,-]+"
              + TIME
              + ZONE
              + ")?)");

  private static final Pattern ASCTIME =
      Pattern.compile(
          "\\p{L}+\\s+(?<word>\\p{L}{3,9})\\s+(?<day>\\d{1,2})\\s+"
              + TIME
              + ZONE
              + "\\s+(?<year>\\d{4})");

  private Dates() {}

  /**
   * The moment that a text names; without a time its midnight, without a zone in UTC.
   *
   * @return empty where the text is {@code null} or no date
   */
  public static Optional<Instant> parse(String text) {
    var date = text == null ? "" : text.strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    for (var pattern : new Pattern[] {ISO, COMPACT, MAIL, WORDS, ASCTIME}) {
      var matcher = pattern.matcher(date);
      if (matcher.matches()) {
        return instant(matcher, pattern);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(Matcher found, Pattern pattern) {
    try {
      boolean timed = pattern != COMPACT && found.group("hour") != null;
      int hour = timed ? hour(found) : 0;
      var time =
          LocalTime.of(
              hour == MIDNIGHT ? 0 : hour,
              timed ? Integer.parseInt(found.group("minute")) : 0,
              timed ? second(found) : 0);
      boolean named = pattern == MAIL || pattern == WORDS || pattern == ASCTIME;
      var local =
          LocalDateTime.of(
                  year(found.group("year")),
                  named ? month(found.group("word")) : number(found.group("month")),
                  number(found.group("day")),
                  0,
                  0)
              .with(time)
              .plusDays(hour / MIDNIGHT);
      return Optional.of(local.toInstant(timed ? zone(found) : ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int hour(Matcher found) {
    int hour = Integer.parseInt(found.group("hour"));
    var half = found.group("half");
    if (half == null) {
      return hour;
    }
    if (hour > NOON) {
      throw new DateTimeException("no hour before or after noon: " + hour);
    }
    return hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
  }

  /** A leap second is the last one before it. */
  private static int second(Matcher found) {
    var second = found.group("second");
    return second == null ? 0 : Math.min(Integer.parseInt(second), 59);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static int month(String word) {
    var start = word.toLowerCase(Locale.ROOT);
    for (var month : Month.values()) {
      var name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (name.startsWith(start) || start.equals("sept") && month == Month.SEPTEMBER) {
        return month.getValue();
      }
    }
    throw new DateTimeException("no month: " + word);
  }

  private static ZoneOffset zone(Matcher found) {
    var offset = found.group("offset");
    if (offset != null) {
      boolean west = offset.charAt(0) == '-';
      var digits = offset.substring(1).replace(":", "");
      int value = Integer.parseInt(digits);
      int hours = digits.length() <= 2 ? value : value / CENTURY;
      int minutes = digits.length() <= 2 ? 0 : value % CENTURY;
      return ZoneOffset.ofHoursMinutes(west ? -hours : hours, west ? -minutes : minutes);
    }
    var name = found.group("name");
    return name == null
        ? ZoneOffset.UTC
        : ZoneOffset.ofHours(ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), 0));
  }
}
