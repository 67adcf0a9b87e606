package io.tocsin.ingest.gdelt;

import java.util.Arrays;
import java.util.Map;

/** Rows as GDELT writes them, of which a test sets the cells that it is about. */
final class Rows {
  private static final Map<Integer, String> EVENT =
      Map.ofEntries(
          Map.entry(0, "900000001"),
          Map.entry(1, "20151206"),
          Map.entry(5, "UAF"),
          Map.entry(6, "GUNMAN"),
          Map.entry(25, "1"),
          Map.entry(26, "183"),
          Map.entry(27, "183"),
          Map.entry(28, "18"),
          Map.entry(29, "4"),
          Map.entry(30, "-10.0"),
          Map.entry(31, "12"),
          Map.entry(51, "4"),
          Map.entry(52, "Birmingham, England, United Kingdom"),
          Map.entry(53, "UK"),
          Map.entry(54, "UKA7"),
          Map.entry(56, "52.4667"),
          Map.entry(57, "-1.91667"),
          Map.entry(59, "20151206071500"),
          Map.entry(60, "https://www.birminghammail.co.uk/news/1"));
  private static final Map<Integer, String> MENTION =
      Map.of(
          0,
          "900000001",
          1,
          "20151206070000",
          2,
          "20151206071500",
          3,
          "1",
          4,
          "bbc.co.uk",
          5,
          "https://www.bbc.co.uk/news/1",
          11,
          "70");
  private static final Map<Integer, String> ARTICLE =
      Map.of(
          0,
          "20151206071500-9",
          1,
          "20151206071500",
          2,
          "1",
          3,
          "theguardian.com",
          4,
          "https://www.theguardian.com/world/2015/dec/06/police-search-flats-in-city",
          10,
          "1#Belgium#BE#BE##50.8#4.5#BE#9;4#Molenbeek, Bruxelles, Belgium#BE#BE11##50.85#4.33#-1#80;"
              + "4#Molenbeek, Bruxelles, Belgium#BE#BE11##50.85#4.33#-1#400",
          11,
          "somebody famous",
          13,
          "islamic state;football club");

  private Rows() {}

  /** A bombing in Birmingham, told the same day by a site we know. */
  static String event(Map<Integer, String> cells) {
    return row(61, EVENT, cells);
  }

  static String mention(Map<Integer, String> cells) {
    return row(16, MENTION, cells);
  }

  static String article(Map<Integer, String> cells) {
    return row(27, ARTICLE, cells);
  }

  private static String row(int columns, Map<Integer, String> usual, Map<Integer, String> set) {
    var cells = new String[columns];
    Arrays.setAll(cells, i -> set.getOrDefault(i, usual.getOrDefault(i, "")));
    return String.join("\t", cells);
  }
}
