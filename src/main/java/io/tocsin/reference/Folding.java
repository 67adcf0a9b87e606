package io.tocsin.reference;

import java.text.Normalizer;
import java.util.Locale;

/** Makes names comparable: without case, marks, punctuation and compatibility forms. */
public final class Folding {
  private Folding() {}

  public static String fold(String name) {
    String lower = decomposed(name).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(lower.length());
    boolean gap = false;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        continue;
      }
      if (Character.isLetterOrDigit(c) || isVowelSign(c)) {
        if (gap && !folded.isEmpty()) {
          folded.append(' ');
        }
        folded.appendCodePoint(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return folded.toString();
  }

  /** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and the tatweel. */
  private static boolean isMark(int c) {
    return c >= 0x300 && c <= 0x36F
        || c >= 0x591 && c <= 0x5C7
        || c >= 0x64B && c <= 0x65F
        || c == 0x670
        || c == 0x640;
  }

  /** In the scripts of South Asia marks are vowels, and words differ by them. */
  private static boolean isVowelSign(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static String decomposed(String name) {
    return name.chars().allMatch(c -> c < 0x80)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKD);
  }
}
