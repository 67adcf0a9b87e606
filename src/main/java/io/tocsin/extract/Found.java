package io.tocsin.extract;

import java.util.List;

/**
 * A phrase in a text.
 *
 * @param firstWord the number of its first word
 * @param endWord the number of the word behind its last
 * @param span where it stands in the original
 * @param values everything that was given for this phrase, in the order given
 */
public record Found<T>(int firstWord, int endWord, Span span, List<T> values) {
  /** How many words it has. */
  public int words() {
    return endWord - firstWord;
  }
}
