package io.tocsin.extract;

/**
 * A place by its words.
 *
 * @param firstWord the number of its first word
 * @param endWord the number of the word behind its last
 */
record Located(Place place, int firstWord, int endWord) {
  static Located in(Text text, Place place) {
    int first = text.wordAt(place.span().from());
    int end = Math.max(first + 1, text.wordAt(place.span().to() - 1) + 1);
    return new Located(place, first, Math.min(end, text.words()));
  }
}
