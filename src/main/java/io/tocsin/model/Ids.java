package io.tocsin.model;

/** What an identifier may look like. */
public final class Ids {
  private static final char DELETE = 0x7f;

  private Ids() {}

  /**
   * Whether a text is an identifier: not blank, at most 256 characters, none of them a control
   * character, {@code |} or half a surrogate pair. {@code null} is none.
   */
  public static boolean isId(String text) {
    if (text == null || text.length() > Rules.MAX_ID) {
      return false;
    }
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '|') {
        return false;
      }
      if (c >= DELETE) {
        return !text.isBlank() && hasOnlyAllowedCharacters(text) && isWellFormed(text);
      }
      blank &= c == ' ';
    }
    return !blank;
  }

  static boolean hasOnlyAllowedCharacters(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '|' || Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair = i + 1 < text.length();
        if (!pair || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
