package io.tocsin.extract;

/** Numbers for words, so that an automaton steps by words and not by letters. Immutable. */
final class Vocabulary {
  static final int UNKNOWN = -1;

  /** By hash, open addressing; at most half full. */
  private final char[][] words;

  private final int[] hashes;
  private final int[] numbers;
  private final int mask;

  private Vocabulary(char[][] words, int[] hashes, int[] numbers) {
    this.words = words;
    this.hashes = hashes;
    this.numbers = numbers;
    mask = words.length - 1;
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
    private static final int SMALLEST = 64;

    private char[][] words = new char[SMALLEST][];
    private int[] hashes = new int[SMALLEST];
    private int[] numbers = new int[SMALLEST];
    private int count;

    /** The number of a text's word, a new one if it has none yet. */
    int number(Text text, int word) {
      int hash = text.hash(word);
      int mask = words.length - 1;
      int at = hash & mask;
      while (words[at] != null) {
        if (hashes[at] == hash && text.isWord(word, words[at])) {
          return numbers[at];
        }
        at = at + 1 & mask;
      }
      put(at, text.word(word).toCharArray(), hash, count++);
      if (count * 2 > words.length) {
        grow();
      }
      return count - 1;
    }

    int size() {
      return count;
    }

    private void grow() {
      char[][] known = words;
      int[] knownHashes = hashes;
      int[] knownNumbers = numbers;
      words = new char[known.length * 2][];
      hashes = new int[words.length];
      numbers = new int[words.length];
      for (int i = 0; i < known.length; i++) {
        if (known[i] != null) {
          int at = knownHashes[i] & words.length - 1;
          while (words[at] != null) {
            at = at + 1 & words.length - 1;
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

    /** Nothing may be added any more. */
    Vocabulary build() {
      return new Vocabulary(words, hashes, numbers);
    }
  }
}
