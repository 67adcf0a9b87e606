package io.tocsin.extract;

/**
 * Numbers for words, so that a text is looked up once and automata step by words. It learns while
 * phrases are added to it, and only answers from then on.
 */
public final class Vocabulary {
  static final int UNKNOWN = -1;

  private static final int SMALLEST = 64;

  private final Vocabulary base;

  /** By hash, open addressing; at most half full. */
  private char[][] words;

  private int[] hashes;
  private int[] numbers;
  private int count;

  /** Without a word. */
  Vocabulary() {
    base = null;
    words = new char[SMALLEST][];
    hashes = new int[SMALLEST];
    numbers = new int[SMALLEST];
  }

  /** With all words of another, numbered as there. */
  Vocabulary(Vocabulary base) {
    this.base = base;
    words = base.words.clone();
    hashes = base.hashes.clone();
    numbers = base.numbers.clone();
    count = base.count;
  }

  /** Whether the numbers of another are the same here. */
  boolean covers(Vocabulary other) {
    return this == other || base != null && base.covers(other);
  }

  /** The numbers of a text's words, {@link #UNKNOWN} for those that are not in it. */
  int[] numbers(Words text) {
    int[] all = new int[text.count()];
    for (int word = 0; word < all.length; word++) {
      all[word] = number(text, word);
    }
    return all;
  }

  /** The number of a text's word, or {@link #UNKNOWN}. */
  int number(Words text, int word) {
    int at = find(text, word);
    return words[at] == null ? UNKNOWN : numbers[at];
  }

  /** The number of a text's word, a new one if it has none yet. */
  int learn(Words text, int word) {
    int at = find(text, word);
    if (words[at] != null) {
      return numbers[at];
    }
    put(at, text.folded(word).toCharArray(), text.hash(word), count++);
    if (count * 2 > words.length) {
      grow();
    }
    return count - 1;
  }

  private int find(Words text, int word) {
    int hash = text.hash(word);
    int mask = words.length - 1;
    int at = hash & mask;
    while (words[at] != null && !(hashes[at] == hash && text.is(word, words[at]))) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    char[][] known = words;
    int[] knownHashes = hashes;
    int[] knownNumbers = numbers;
    words = new char[known.length * 2][];
    hashes = new int[words.length];
    numbers = new int[words.length];
    int mask = words.length - 1;
    for (int i = 0; i < known.length; i++) {
      if (known[i] != null) {
        int at = knownHashes[i] & mask;
        while (words[at] != null) {
          at = at + 1 & mask;
        }
        put(at, known[i], knownHashes[i], knownNumbers[i]);
      }
    }
  }

  private void put(int at, char[] word, int hash, int number) {
    words[at] = word;
    hashes[at] = hash;
    numbers[at] = number;
  }
}
