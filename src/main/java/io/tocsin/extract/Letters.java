package io.tocsin.extract;

import com.ibm.icu.text.Normalizer2;

/**
 * What becomes of single letters in the folding of a text (NFKC_Casefold of Unicode), for those
 * that fold by themselves whatever stands beside them.
 */
final class Letters {
  /** Between words. */
  static final char GAP = 0;

  /** No answer for this letter alone. */
  static final char UNKNOWN = 0xFFFF;

  /** Up to here: Latin, Greek, Cyrillic, Arabic and most others, and the punctuation of all. */
  private static final int END = 0x2200;

  private static final char[] FOLDED = folded();

  private Letters() {}

  /** The folded letter or digit, {@link #GAP}, or {@link #UNKNOWN}. */
  static char fold(char letter) {
    return letter < END ? FOLDED[letter] : UNKNOWN;
  }

  /** Whether a word can hold this code point: letters, marks and digits. */
  static boolean areOfWords(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static char[] folded() {
    var fold = Normalizer2.getNFKCCasefoldInstance();
    var folded = new char[END];
    for (char letter = 0; letter < END; letter++) {
      folded[letter] = fold.hasBoundaryBefore(letter) ? folded(fold, letter) : UNKNOWN;
    }
    return folded;
  }

  private static char folded(Normalizer2 fold, char letter) {
    String text = fold.normalize(String.valueOf(letter));
    if (text.length() == 1 && areOfWords(text.charAt(0))) {
      return text.charAt(0);
    }
    boolean gap = !text.isEmpty() && text.codePoints().noneMatch(Letters::areOfWords);
    return gap ? GAP : UNKNOWN;
  }
}
