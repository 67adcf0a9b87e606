package io.tocsin.ingest.format;

/** Texts that are longer than a record may hold. */
public final class Excerpt {
  private static final String MORE = "…";

  private Excerpt() {}

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  public static String of(String text, int most) {
    return text.length() <= most ? text : whole(text, most - MORE.length()) + MORE;
  }

  /** The first words of a text, for what has no headline. */
  public static String lead(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - MORE.length());
    return space <= 0 ? of(text, most) : text.substring(0, space) + MORE;
  }

  /** Half a surrogate pair is no character. */
  private static String whole(String text, int length) {
    boolean cut = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, cut ? length - 1 : length);
  }
}
