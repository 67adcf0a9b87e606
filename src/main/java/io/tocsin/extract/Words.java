package io.tocsin.extract;

import java.util.Arrays;

/** The folded words of a text, each with the place it has in the original. */
final class Words {
  private static final String ELISIONS = "ldjmnstc";

  private final String original;
  private char[] folded;
  private int length;
  private int count;
  private int[] starts;
  private int[] hashes;
  private int[] froms;
  private int[] tos;

  /** Where the word under way begins in the original, or -1 between words. */
  private int begun = -1;

  private int end;

  private Words(String original) {
    this.original = original;
    int expected = original.length() / 5 + 8;
    folded = new char[original.length() + 16];
    starts = new int[expected + 1];
    hashes = new int[expected];
    froms = new int[expected];
    tos = new int[expected];
  }

  /** Folds a text in one pass. */
  static Words of(String original) {
    var words = new Words(original);
    words.read();
    return words;
  }

  int count() {
    return count;
  }

  int from(int word) {
    return froms[word];
  }

  int to(int word) {
    return tos[word];
  }

  int hash(int word) {
    return hashes[word];
  }

  String folded(int word) {
    return new String(folded, starts[word], starts[word + 1] - starts[word]);
  }

  int length(int word) {
    return starts[word + 1] - starts[word];
  }

  boolean is(int word, char[] other) {
    int start = starts[word];
    if (starts[word + 1] - start != other.length) {
      return false;
    }
    for (int i = 0; i < other.length; i++) {
      if (folded[start + i] != other[i]) {
        return false;
      }
    }
    return true;
  }

  private void read() {
    for (int i = 0; i < original.length(); i++) {
      i = plain(i);
      if (i == original.length()) {
        break;
      }
      char c = original.charAt(i);
      switch (Folding.kind(c)) {
        case Folding.LETTER -> letter(i, Folding.one(c));
        case Folding.LETTERS -> letters(i, 1, Folding.several(c));
        case Folding.WORD -> {
          close();
          letter(i, Folding.one(c));
          close();
        }
        case Folding.APOSTROPHE -> apostrophe(i);
        case Folding.NOTHING -> {}
        default -> i += gap(i, c);
      }
    }
    close();
  }

  /** Takes the ASCII letters and digits, which are most of most texts, up to what is another. */
  private int plain(int from) {
    int to = original.length();
    int i = from;
    int at = length;
    char[] letters = folded;
    while (i < to && at < letters.length) {
      char letter = Folding.plain(original.charAt(i));
      if (letter == 0) {
        break;
      }
      letters[at++] = letter;
      i++;
    }
    if (i > from) {
      begun = begun < 0 ? from : begun;
      end = i;
      length = at;
    }
    return i;
  }

  /** How many characters more than one were read. */
  private int gap(int i, char c) {
    if (Character.isHighSurrogate(c)
        && i + 1 < original.length()
        && Character.isLowSurrogate(original.charAt(i + 1))) {
      beyond(i, Character.toCodePoint(c, original.charAt(i + 1)));
      return 1;
    }
    if (c == '.' && joins(i)) {
      return 0;
    }
    close();
    return 0;
  }

  private void beyond(int i, int c) {
    switch (Folding.kindBeyond(c)) {
      case Folding.NOTHING -> {}
      case Folding.WORD -> {
        close();
        letters(i, 2, Character.toString(c));
        close();
      }
      case Folding.LETTERS -> letters(i, 2, Folding.several(c));
      default -> close();
    }
  }

  private void letter(int i, char letter) {
    if (begun < 0) {
      begun = i;
    }
    if (length == folded.length) {
      folded = Arrays.copyOf(folded, length * 2);
    }
    folded[length++] = letter;
    end = i + 1;
  }

  private void letters(int i, int characters, String letters) {
    for (int k = 0; k < letters.length(); k++) {
      letter(i, letters.charAt(k));
    }
    end = begun < 0 ? end : i + characters;
  }

  /** The dots in U.S. and I.S.I.S. are no ends: single letters, with nothing between. */
  private boolean joins(int dot) {
    return begun >= 0
        && (end - begun == 1 || original.charAt(end - 2) == '.')
        && isLetter(dot + 1)
        && !isLetter(dot + 2);
  }

  private void apostrophe(int i) {
    if (begun < 0 || !isLetter(i + 1) || isPossessive(i) || isElision()) {
      close();
    }
  }

  private boolean isPossessive(int i) {
    char next = original.charAt(i + 1);
    return (next == 's' || next == 'S') && !isLetter(i + 2);
  }

  /** {@code l'}, {@code d'}, {@code qu'} and the like stand before a word of its own. */
  private boolean isElision() {
    int letters = length - starts[count];
    return letters == 1 && ELISIONS.indexOf(folded[length - 1]) >= 0
        || letters == 2 && folded[length - 2] == 'q' && folded[length - 1] == 'u';
  }

  private boolean isLetter(int i) {
    if (i >= original.length()) {
      return false;
    }
    byte kind = Folding.kind(original.charAt(i));
    return kind == Folding.LETTER || kind == Folding.LETTERS;
  }

  private void close() {
    if (begun < 0) {
      return;
    }
    if (count == froms.length) {
      grow();
    }
    froms[count] = begun;
    tos[count] = end;
    hashes[count] = hash(folded, starts[count], length);
    starts[++count] = length;
    begun = -1;
  }

  private void grow() {
    int more = count * 2;
    starts = Arrays.copyOf(starts, more + 1);
    hashes = Arrays.copyOf(hashes, more);
    froms = Arrays.copyOf(froms, more);
    tos = Arrays.copyOf(tos, more);
  }

  static int hash(char[] characters, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + characters[i];
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 15;
  }
}
