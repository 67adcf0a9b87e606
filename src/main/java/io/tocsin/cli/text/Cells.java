package io.tocsin.cli.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Text measured in a terminal's cells: wide characters (UAX #11) take two, marks take none. Colour
 * sequences take none either.
 */
public final class Cells {
  private static final char ESCAPE = '\u001b';
  private static final int FIRST_BEYOND_LATIN = 0x300;

  private Cells() {}

  /** How many cells the text takes. */
  public static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      if (text.charAt(at) == ESCAPE) {
        at = endOfSequence(text, at);
      } else {
        int codePoint = text.codePointAt(at);
        width += width(codePoint);
        at += Character.charCount(codePoint);
      }
    }
    return width;
  }

  /** The text, cut to fit; a cut is marked by an ellipsis. For text without colours. */
  public static String fit(String text, int cells) {
    if (cells == Terminal.UNBOUNDED || width(text) <= cells) {
      return text;
    }
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (width + width(codePoint) > cells - 1) {
        break;
      }
      width += width(codePoint);
      at += Character.charCount(codePoint);
    }
    return cells < 1 ? "" : text.substring(0, at).stripTrailing() + "…";
  }

  /** The text, cut to fit, its colours kept and ended; a cut is not marked. */
  public static String clip(String coloured, int cells) {
    if (width(coloured) <= cells) {
      return coloured;
    }
    var clipped = new StringBuilder();
    int width = 0;
    for (int at = 0; at < coloured.length(); ) {
      boolean colour = coloured.charAt(at) == ESCAPE;
      int codePoint = coloured.codePointAt(at);
      int end = colour ? endOfSequence(coloured, at) : at + Character.charCount(codePoint);
      width += colour ? 0 : width(codePoint);
      if (width > cells) {
        break;
      }
      clipped.append(coloured, at, end);
      at = end;
    }
    return clipped.indexOf("\u001b") < 0
        ? clipped.toString()
        : clipped.append(Style.END).toString();
  }

  /** The text, filled up with spaces on the right. */
  public static String left(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - width(text)));
  }

  /** The text, filled up with spaces on the left. */
  public static String right(String text, int cells) {
    return " ".repeat(Math.max(0, cells - width(text))) + text;
  }

  /**
   * Foreign text made safe for a terminal, on one line: control characters, which could move the
   * cursor or set the title, and overrides of the writing direction, which could make one text look
   * like another, become spaces or vanish.
   */
  public static String clean(String foreign) {
    var clean = new StringBuilder(foreign.length());
    foreign
        .codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                  clean.append(' ');
                }
              } else if (!isDirection(c) && !isLoneSurrogate(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString().stripTrailing();
  }

  private static boolean isDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static int width(int codePoint) {
    if (codePoint < FIRST_BEYOND_LATIN) {
      return Character.isISOControl(codePoint) || codePoint == 0xAD ? 0 : 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
  }

  private static int endOfSequence(String text, int escape) {
    int end = text.indexOf('m', escape);
    return end < 0 ? text.length() : end + 1;
  }
}
