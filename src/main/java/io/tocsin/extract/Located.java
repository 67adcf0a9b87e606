package io.tocsin.extract;

/**
 * A place by its words.
 *
 * @param firstWord the number of its first word
 * @param endWord the number of the word behind its last
 */
record Located(Place place, int firstWord, int endWord) {
  /** A place that no word names: the report's publisher says that it is about it. */
  static Located told(String region) {
    return new Located(new Place(new Span(0, 0), region, 1, Place.Kind.NAME), 0, 0);
  }

  boolean isTold() {
    return endWord == 0;
  }

  static Located in(Text text, Place place) {
    int first = text.wordAt(place.span().from());
    int end = Math.max(first + 1, text.wordAt(place.span().to() - 1) + 1);
    return new Located(place, first, Math.min(end, text.words()));
  }
}
