package io.tocsin.model;

/**
 * One broken rule of a record.
 *
 * @param field the field by the name users know, with an index where it is a list: {@code
 *     regions[2]}
 * @param value the offending value as text, shortened; empty where it is absent
 * @param rule what is allowed, as a sentence fragment: {@code must not be blank}
 */
public record Problem(String field, String value, String rule) {
  private static final int SHOWN = 80;
  private static final int REPLACEMENT = 0xFFFD;

  public Problem {
    field = wellFormed(field);
    value = wellFormed(value);
    value =
        value.length() <= SHOWN
            ? value
            : value.substring(0, whole(value)) + "… (" + value.length() + " characters)";
  }

  /** Half a surrogate pair cannot be shown, nor written as UTF-8. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Where to cut without cutting a surrogate pair in two. */
  private static int whole(String value) {
    return Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
  }

  public static Problem of(String field, Object value, String rule) {
    return new Problem(field, value == null ? "" : value.toString(), rule);
  }

  @Override
  public String toString() {
    return value.isEmpty() ? field + " " + rule : field + " " + rule + ", got '" + value + "'";
  }
}
