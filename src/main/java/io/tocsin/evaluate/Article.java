package io.tocsin.evaluate;

import java.util.List;

/**
 * A text whose places are labelled.
 *
 * @param id stable: it decides in which {@link Half} the article is
 * @param toponyms in the order of the text
 */
public record Article(String id, String text, List<Toponym> toponyms) {
  /**
   * A place name, and where its place is.
   *
   * @param start in UTF-16 units of the text
   * @param end exclusive
   * @param lat degrees north
   * @param lon degrees east
   */
  public record Toponym(int start, int end, double lat, double lon) {
    boolean overlaps(Toponym other) {
      return start < other.end && other.start < end;
    }

    boolean isAt(Toponym other) {
      return start == other.start && end == other.end;
    }
  }

  public Article {
    toponyms = List.copyOf(toponyms);
  }
}
