package io.tocsin.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /** {@code ; did you mean x?}, or nothing where no name is near. */
  static String suggestion(String given, Collection<String> names) {
    if (given.length() > LONGEST) {
      return "";
    }
    return names.stream()
        .filter(name -> distance(given, name) <= allowed(name))
        .min(Comparator.comparingInt(name -> distance(given, name)))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static int allowed(String name) {
    return name.length() / 3;
  }

  /** Levenshtein's distance, letters of either case being the same. */
  private static int distance(String a, String b) {
    String from = folded(a);
    String to = folded(b);
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
