package io.tocsin.extract;

/**
 * A stretch of a text, in characters (UTF-16 units) of the original.
 *
 * @param from the first character
 * @param to behind the last one
 */
public record Span(int from, int to) implements Comparable<Span> {
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("span must not end before it begins: " + from + ", " + to);
    }
  }

  public int length() {
    return to - from;
  }

  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  public boolean contains(Span other) {
    return from <= other.from && other.to <= to;
  }

  /** The characters of the text that the span covers. */
  public String of(String original) {
    return original.substring(from, to);
  }

  /** By beginning, the longer first. */
  @Override
  public int compareTo(Span other) {
    return from == other.from ? Integer.compare(other.to, to) : Integer.compare(from, other.from);
  }
}
