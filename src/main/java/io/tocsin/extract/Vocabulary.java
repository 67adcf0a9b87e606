package io.tocsin.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for words, so that an automaton steps by words and not by letters. */
final class Vocabulary {
  static final int UNKNOWN = -1;

  /** By hash, open addressing; at most half full. */
  private final char[][] words;

  private final int[] hashes;
  private final int[] numbers;
  private final int mask;

  private Vocabulary(List<String> known) {
    int size = Integer.highestOneBit(Math.max(8, known.size() * 2)) * 2;
    words = new char[size][];
    hashes = new int[size];
    numbers = new int[size];
    mask = size - 1;
    for (int number = 0; number < known.size(); number++) {
      put(known.get(number).toCharArray(), number);
    }
  }

  private void put(char[] word, int number) {
    int hash = Words.hash(word, 0, word.length);
    int at = hash & mask;
    while (words[at] != null) {
      at = at + 1 & mask;
    }
    words[at] = word;
    hashes[at] = hash;
    numbers[at] = number;
  }

  /** The number of a text's word, or {@link #UNKNOWN}. */
  int number(Text text, int word) {
    int hash = text.hash(word);
    for (int at = hash & mask; words[at] != null; at = at + 1 & mask) {
      if (hashes[at] == hash && text.isWord(word, words[at])) {
        return numbers[at];
      }
    }
    return UNKNOWN;
  }

  /** A vocabulary under construction. */
  static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
      return numbers.computeIfAbsent(
          word,
          w -> {
            words.add(w);
            return words.size() - 1;
          });
    }

    int[] numbers(Text phrase) {
      int[] all = new int[phrase.words()];
      Arrays.setAll(all, i -> number(phrase.word(i)));
      return all;
    }

    Vocabulary build() {
      return new Vocabulary(words);
    }
  }
}
