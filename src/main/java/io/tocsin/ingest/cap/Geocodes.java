package io.tocsin.ingest.cap;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tocsin.reference.Regions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes of areas. Those of ISO 3166 are ids of regions. Codes of counties and zones begin with the
 * number of the state around them: SAME and FIPS of the United States, SGC of Canada, the warning
 * cells of Germany's weather service.
 */
final class Geocodes {
  private static final String FILE = "/ingest/geocodes.csv";
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Z0-9]");
  private static final Pattern SPACE = Pattern.compile("[\\s,]+");
  private static final Pattern SAME = Pattern.compile("\\d(\\d{2})\\d{3}");
  private static final Pattern FIPS = Pattern.compile("0?(\\d{2})\\d{3}");
  private static final Pattern ZONE = Pattern.compile("([A-Z]{2})[CZ]\\d{3}");
  private static final Pattern SGC = Pattern.compile("(\\d{2})\\d{0,5}");
  private static final Pattern WARNING_CELL = Pattern.compile("\\d(\\d{2})\\d{6}");
  private static final Pattern AUSTRALIAN = Pattern.compile("([A-Z]{2,3})_[A-Z]{2}\\d{3}");

  private final Regions regions;
  private final Map<String, String> states = new LinkedHashMap<>();

  Geocodes(Regions regions) {
    this.regions = regions;
    try (var file = Geocodes.class.getResourceAsStream(FILE)) {
      MappingIterator<Map<String, String>> rows =
          new CsvMapper()
              .readerForMapOf(String.class)
              .with(CsvSchema.emptySchema().withHeader())
              .readValues(file);
      rows.forEachRemaining(
          row -> states.put(row.get("scheme") + row.get("prefix"), row.get("region")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The regions that codes name outright. */
  Set<String> exact(Area area) {
    var found = new LinkedHashSet<String>();
    for (var geocode : area.geocodes()) {
      if (scheme(geocode).startsWith("ISO3166")) {
        for (var code : SPACE.split(geocode.code())) {
          add(found, code.toUpperCase(Locale.ROOT));
        }
      }
    }
    return found;
  }

  /** The states in which counties and zones lie. */
  Set<String> around(Area area) {
    var found = new LinkedHashSet<String>();
    for (var geocode : area.geocodes()) {
      for (var code : SPACE.split(geocode.code().strip())) {
        add(found, state(scheme(geocode), code));
      }
    }
    return found;
  }

  private String state(String scheme, String code) {
    if (scheme.startsWith("PROFILECAPCPLOCATION")) {
      return numbered("sgc", SGC, code);
    }
    return switch (scheme) {
      case "SAME" -> numbered("fips", SAME, code);
      case "FIPS", "FIPS6", "FIPS5" -> numbered("fips", FIPS, code);
      case "WARNCELLID" -> numbered("ags", WARNING_CELL, code);
      case "UGC", "NWSUGC" -> lettered("US-", ZONE, code);
      case "AMOCAREACODE" -> lettered("AU-", AUSTRALIAN, code);
      default -> null;
    };
  }

  private String numbered(String scheme, Pattern pattern, String code) {
    var matcher = pattern.matcher(code);
    return matcher.matches() ? states.get(scheme + matcher.group(1)) : null;
  }

  private String lettered(String country, Pattern pattern, String code) {
    var matcher = pattern.matcher(code);
    return matcher.matches() ? country + matcher.group(1) : null;
  }

  private void add(Set<String> found, String id) {
    if (id != null && regions.has(id)) {
      found.add(id);
    }
  }

  private static String scheme(Area.Geocode geocode) {
    return NO_LETTER.matcher(geocode.scheme().toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
