package io.tocsin.app;

import io.tocsin.extract.Context;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Region;
import io.tocsin.reference.Source;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A report as a user writes it down: perhaps a line {@code # source=guardian,
 * published=2015-12-05T18:00:00Z, language=en, country=GB}, then the headline, then the body.
 *
 * @param body {@code null} without one
 */
record Sheet(String headline, String body, Context context) {
  /** What some editors begin a file with. */
  private static final String MARK = "\uFEFF";

  private static final List<String> KEYS = List.of("source", "published", "language", "country");

  /**
   * Takes a text apart.
   *
   * @throws Failure where it is blank or binary, or its first line sets what there is not
   */
  static Sheet of(String given, Reference reference) {
    var text = given.startsWith(MARK) ? given.substring(1) : given;
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new Failure(
          text.isBlank() ? "there is nothing to read" : "this is no text: it holds a zero byte",
          "Give a plain text in UTF-8: the headline in the first line, the body behind it.");
    }
    int line = endOfLine(text, 0);
    boolean told = text.startsWith("#") && text.substring(0, line).contains("=");
    int end = told ? line : 0;
    var context = told ? context(text.substring(1, end), reference) : Context.NONE;
    var report = text.substring(end).strip();
    int headline = endOfLine(report, 0);
    var body = report.substring(headline).strip();
    return new Sheet(report.substring(0, headline).strip(), body.isEmpty() ? null : body, context);
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static Context context(String line, Reference reference) {
    var given = new TreeMap<String, String>();
    for (var setting : line.split(",")) {
      int equals = setting.indexOf('=');
      var key = setting.substring(0, Math.max(0, equals)).strip();
      if (!KEYS.contains(key)) {
        throw new Failure(
            "the first line sets what there is not: " + setting.strip(),
            "It may set "
                + String.join(", ", KEYS)
                + ", as in # source=guardian, published=2015-12-05T18:00:00Z.");
      }
      given.put(key, setting.substring(equals + 1).strip());
    }
    var source = reference.sources().find(given.getOrDefault("source", ""));
    return new Context(
        given.get("source"),
        country(given, reference).orElse(source.map(Source::country).orElse(null)),
        published(given),
        language(given));
  }

  private static Optional<String> country(Map<String, String> given, Reference reference) {
    var written = Optional.ofNullable(given.get("country"));
    written
        .filter(id -> reference.regions().find(id).filter(Region::isCountry).isEmpty())
        .ifPresent(
            id -> {
              throw new Failure(
                  "country is not the id of one: " + id,
                  "Write it by ISO 3166-1, as in country=GB.");
            });
    return written;
  }

  private static String language(Map<String, String> given) {
    var written = given.get("language");
    try {
      return written == null
          ? null
          : new Locale.Builder().setLanguageTag(written).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw new Failure(
          "language is no tag of BCP 47: " + written, "Write it as in language=en.", e);
    }
  }

  private static Instant published(Map<String, String> given) {
    var written = given.get("published");
    try {
      return written == null ? null : Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw new Failure(
          "published is no time: " + written, "Write it as in 2015-12-05T18:00:00Z.", e);
    }
  }
}
