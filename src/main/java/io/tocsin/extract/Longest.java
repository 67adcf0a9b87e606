package io.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/** Keeps of all phrases the longest at each word, from left to right without overlap. */
final class Longest<T> implements Phrases.Taker<T> {
  private final Text text;

  private final List<Found<T>> found = new ArrayList<>();

  Longest(Text text) {
    this.text = text;
  }

  /**
   * A phrase that ends later wins over those that begin at its first word or behind it, and loses
   * to one that begins before and reaches into it.
   */
  @Override
  public void take(int firstWord, int endWord, List<T> values) {
    int kept = found.size();
    while (kept > 0 && found.get(kept - 1).firstWord() >= firstWord) {
      kept--;
    }
    if (kept == 0 || found.get(kept - 1).endWord() <= firstWord) {
      if (kept < found.size()) {
        found.subList(kept, found.size()).clear();
      }
      found.add(new Found<>(firstWord, endWord, text.span(firstWord, endWord), values));
    }
  }

  List<Found<T>> found() {
    return found;
  }
}
