package io.tocsin.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A populated place of a GeoNames dump.
 *
 * @param admin1 the code of its first-order subdivision, as GeoNames has it
 * @param quarter whether it is a part of another populated place
 */
record Toponym(
    long geonameId,
    String name,
    String ascii,
    List<String> aliases,
    double lat,
    double lon,
    boolean quarter,
    String country,
    String admin1,
    long population) {
  private static final int MAX_ALIASES = 25;
  private static final Pattern CODE = Pattern.compile("[\\p{IsLatin}\\p{P}]{0,2}|[A-Z]{3}");
  private static final String POPULATED = "P";
  private static final String QUARTER = "PPLX";

  /** {@code null} for a feature that is no populated place, or a line at fault. */
  static Toponym of(TabbedLine line) {
    long id = line.count(0, "geonameid");
    Double lat = line.degrees(4, "latitude", 90);
    Double lon = line.degrees(5, "longitude", 180);
    long population = line.count(14, "population");
    if (lat == null || lon == null || !POPULATED.equals(line.cell(6))) {
      return null;
    }
    String name = line.cell(1).replace('|', ' ');
    return new Toponym(
        id,
        name,
        line.cell(2),
        aliases(name, line.cell(3)),
        lat,
        lon,
        QUARTER.equals(line.cell(7)),
        line.cell(8),
        line.cell(10),
        population);
  }

  /**
   * The alternate names that people use: without codes of airports, web addresses and what is left
   * of transcriptions.
   */
  private static List<String> aliases(String name, String alternates) {
    var seen = new HashSet<String>();
    seen.add(Folding.fold(name));
    var aliases = new ArrayList<String>();
    for (String alternate : alternates.split(",")) {
      String alias = alternate.strip();
      boolean used =
          alias.codePoints().noneMatch(c -> "|=/0123456789".indexOf(c) >= 0)
              && !CODE.matcher(alias).matches()
              && seen.add(Folding.fold(alias));
      if (used) {
        aliases.add(alias);
      }
      if (aliases.size() == MAX_ALIASES) {
        break;
      }
    }
    return aliases;
  }
}
