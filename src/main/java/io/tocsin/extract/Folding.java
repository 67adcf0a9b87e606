package io.tocsin.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;

/**
 * What each character becomes where texts are compared: without case, compatibility forms, marks
 * and variants of one Arabic letter (Unicode NFKC_Casefold, then marks dropped).
 */
final class Folding {
  /** No part of a word. */
  static final byte GAP = 0;

  /** Nothing to see: controls of direction, soft hyphens, marks. */
  static final byte NOTHING = 1;

  /** Becomes one character. */
  static final byte LETTER = 2;

  /** Becomes several characters. */
  static final byte LETTERS = 3;

  /** A word by itself: scripts that write no spaces. */
  static final byte WORD = 4;

  /** Part of a word, the end of one or a quotation mark: depends on what is around it. */
  static final byte APOSTROPHE = 5;

  private static final int PLANE = 0x10000;
  private static final String APOSTROPHES = "'’‘ʼʻʹʾʿ`´′＇‛ˈ";

  /** What has no decomposition, and yet is the same letter to a reader. */
  private static final Map<Integer, String> SAME =
      Map.ofEntries(
          same('ø', "o"),
          same('ł', "l"),
          same('đ', "d"),
          same('ð', "d"),
          same('ħ', "h"),
          same('ŧ', "t"),
          same('ı', "i"),
          same('æ', "ae"),
          same('œ', "oe"),
          same('þ', "th"),
          same('ŋ', "n"),
          same('ى', "ي"),
          same('ة', "ه"),
          same('ک', "ك"),
          same('ی', "ي"),
          same('ہ', "ه"),
          same('ھ', "ه"),
          same('ے', "ي"));

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
  private static final byte[] KIND = new byte[PLANE];
  private static final char[] ONE = new char[PLANE];
  private static final Map<Integer, String> SEVERAL = new HashMap<>();

  static {
    for (int c = 0; c < PLANE; c++) {
      learn(c);
    }
  }

  /** What an ASCII letter or digit becomes; 0 for any other. */
  private static final char[] PLAIN = new char[0x80];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = KIND[c] == LETTER ? ONE[c] : 0;
    }
  }

  private Folding() {}

  /** What an ASCII letter or digit becomes; 0 for any other character. */
  static char plain(char c) {
    return c < PLAIN.length ? PLAIN[c] : 0;
  }

  static byte kind(char c) {
    return KIND[c];
  }

  /** What a {@link #LETTER} or a {@link #WORD} becomes. */
  static char one(char c) {
    return ONE[c];
  }

  /** What a character of kind {@link #LETTERS}, or one beyond the first plane, becomes. */
  static String several(int c) {
    var known = SEVERAL.get(c);
    return known == null ? folded(c) : known;
  }

  static byte kindBeyond(int c) {
    if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
      return NOTHING;
    }
    if (Character.isIdeographic(c)) {
      return WORD;
    }
    return isWordly(c) ? LETTERS : GAP;
  }

  private static void learn(int c) {
    if (Character.isSurrogate((char) c)) {
      return;
    }
    if (APOSTROPHES.indexOf(c) >= 0) {
      KIND[c] = APOSTROPHE;
    } else if (isNothing(c)) {
      KIND[c] = NOTHING;
    } else if (isUnspaced(c)) {
      KIND[c] = WORD;
      ONE[c] = folded(c).charAt(0);
    } else if (isWordly(c)) {
      learnLetter(c, folded(c));
    }
  }

  private static void learnLetter(int c, String folded) {
    ONE[c] = folded.length() == 1 ? folded.charAt(0) : 0;
    if (folded.isEmpty()) {
      KIND[c] = NOTHING;
    } else if (folded.length() == 1) {
      KIND[c] = LETTER;
    } else {
      KIND[c] = LETTERS;
      SEVERAL.put(c, folded);
    }
  }

  private static String folded(int c) {
    if (c < 0x80) {
      return String.valueOf((char) Character.toLowerCase(c));
    }
    if (isPlainScript(c)) {
      return String.valueOf((char) c);
    }
    var parts = DECOMPOSE.normalize(FOLD.normalize(Character.toString(c)));
    var plain = new StringBuilder(parts.length());
    parts.codePoints().filter(p -> !isMark(p)).forEach(p -> append(plain, p));
    return COMPOSE.normalize(plain);
  }

  /** Ideographs and Hangul, two thirds of the first plane, stay as they are. */
  private static boolean isPlainScript(int c) {
    return c >= 0x3400 && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3;
  }

  private static void append(StringBuilder plain, int c) {
    int digit = UCharacter.digit(c);
    if (digit >= 0) {
      plain.append((char) ('0' + digit));
    } else if (SAME.containsKey(c)) {
      plain.append(SAME.get(c));
    } else if (isWordly(c)) {
      plain.appendCodePoint(c);
    }
  }

  /** In the scripts of South Asia marks are vowels, and words differ by them. */
  private static boolean isWordly(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static boolean isNothing(int c) {
    return isMark(c)
        || Character.getType(c) == Character.FORMAT
        || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and the tatweel. */
  private static boolean isMark(int c) {
    return c >= 0x300 && c <= 0x36F
        || c >= 0x591 && c <= 0x5C7
        || c >= 0x64B && c <= 0x65F
        || c == 0x670
        || c == 0x640;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0xE00 || !Character.isLetter(c)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> !folded(c).isEmpty();
      default -> false;
    };
  }

  private static Map.Entry<Integer, String> same(int c, String letters) {
    return Map.entry(c, letters);
  }
}
