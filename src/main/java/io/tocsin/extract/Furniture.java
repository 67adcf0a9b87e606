package io.tocsin.extract;

/** The lines above a text that are none of it: who wrote it, where and when. */
final class Furniture {
  /** No line of it ends behind that. */
  static final int FARTHEST = 240;

  private static final int LONGEST_LINE = 100;

  private Furniture() {}

  /**
   * Where the text begins: behind short lines that end in a word, not in a stop.
   *
   * @param beginning of a text, of which the first {@link #FARTHEST} characters are looked at
   */
  static int end(String beginning) {
    int text = 0;
    int line = beginning.indexOf('\n');
    while (line >= 0 && line < FARTHEST && isFurniture(beginning, text, line)) {
      text = line + 1;
      line = beginning.indexOf('\n', text);
    }
    return text;
  }

  private static boolean isFurniture(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return to - from <= LONGEST_LINE
        && (end == from || Character.isLetterOrDigit(text.codePointBefore(end)));
  }
}
