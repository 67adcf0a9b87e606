package io.tocsin.extract;

/**
 * The words of a text, taken in one letter after the other, and the fingerprint that they have.
 *
 * <p>Of each shingle of three words the hash is wanted, so three hashes run at once: those that
 * began with this word, the last and the last but one. The votes of all hashes on one bit are
 * counted in the same bit of {@link #votes}, the first of which holds the ones, the second the
 * twos, and so on; so a hash that weighs eight votes is counted from the fourth on.
 */
final class Wording {
  private static final int SHINGLE = 3;
  private static final int ENOUGH_WORDS = 12;

  /** A body of fewer may be no more than what a site says below each of its headlines. */
  private static final int STANDS_ALONE = 40;

  /** Up to the first word of the list a shingle weighs 8, up to the next 4, 2, and then 1. */
  private static final int[] WEIGHS_LESS = {48, 96, 192};

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final long[] votes = new long[Integer.SIZE];
  private int words;
  private int weights;
  private long sinceLastButOne;
  private long sinceLast;
  private long sinceFirst;

  boolean hasWords() {
    return words > 0;
  }

  boolean standsAlone() {
    return words >= STANDS_ALONE;
  }

  /** The same of a text of ASCII alone, before it is taken in. */
  static boolean standsAlone(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int words = 0;
    boolean within = false;
    for (int at = offset; at < end && words < STANDS_ALONE; at++) {
      boolean letter = Letters.fold((char) bytes[at]) != Letters.GAP;
      words += letter && !within ? 1 : 0;
      within = letter;
    }
    return words == STANDS_ALONE;
  }

  /** Only of words there can be one: see {@link #hasWords()}. */
  long print() {
    return words < ENOUGH_WORDS ? mixed(sinceFirst) : majority(weights);
  }

  /** Adds a text of ASCII alone, and ends the word. */
  void addAscii(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      char letter = Letters.fold((char) bytes[at]);
      at = letter == Letters.GAP ? at + 1 : addWord(bytes, at, end, letter);
    }
  }

  private int addWord(byte[] bytes, int start, int end, char first) {
    long three = sinceLastButOne;
    long two = sinceLast;
    long one = BASIS;
    long all = continued();
    char letter = first;
    int at = start;
    do {
      three = (three ^ letter) * PRIME;
      two = (two ^ letter) * PRIME;
      one = (one ^ letter) * PRIME;
      all = (all ^ letter) * PRIME;
      at++;
      letter = at < end ? Letters.fold((char) bytes[at]) : Letters.GAP;
    } while (letter != Letters.GAP);
    end(three, two, one, all);
    return at;
  }

  /**
   * Adds a text, and ends the word.
   *
   * @return false where it has letters that cannot be folded by themselves; nothing that was added
   *     is of use then
   */
  boolean add(String text) {
    int end = text.length();
    int at = 0;
    while (at < end) {
      char letter = Letters.fold(text.charAt(at));
      if (letter == Letters.UNKNOWN) {
        return false;
      }
      at = letter == Letters.GAP ? at + 1 : addWord(text, at, end);
    }
    return true;
  }

  /** Up to the end of the word, or to a letter that is not known. */
  private int addWord(String text, int start, int end) {
    long three = sinceLastButOne;
    long two = sinceLast;
    long one = BASIS;
    long all = continued();
    int at = start;
    char letter = Letters.fold(text.charAt(at));
    do {
      three = (three ^ letter) * PRIME;
      two = (two ^ letter) * PRIME;
      one = (one ^ letter) * PRIME;
      all = (all ^ letter) * PRIME;
      at++;
      letter = at < end ? Letters.fold(text.charAt(at)) : Letters.GAP;
    } while (letter != Letters.GAP && letter != Letters.UNKNOWN);
    end(three, two, one, all);
    return at;
  }

  /** Adds a text that is folded as a whole. */
  void addFolded(String text) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      at =
          Letters.areOfWords(codePoint)
              ? addFoldedWord(text, at)
              : at + Character.charCount(codePoint);
    }
  }

  private int addFoldedWord(String text, int start) {
    int at = start;
    while (at < text.length() && Letters.areOfWords(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    end(
        run(sinceLastButOne, text, start, at),
        run(sinceLast, text, start, at),
        run(BASIS, text, start, at),
        run(continued(), text, start, at));
    return at;
  }

  private long continued() {
    return words == 0 ? BASIS : (sinceFirst ^ ' ') * PRIME;
  }

  private void end(long three, long two, long one, long all) {
    words++;
    if (words >= SHINGLE) {
      vote(mixed(three));
    }
    sinceLastButOne = (two ^ ' ') * PRIME;
    sinceLast = (one ^ ' ') * PRIME;
    sinceFirst = all;
  }

  private void vote(long hash) {
    int weight = weight(words - SHINGLE);
    weights += 1 << weight;
    long carry = hash;
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(weights);
    for (int i = weight; i < width; i++) { // nearly always a carry goes that far
      long before = votes[i];
      votes[i] = before ^ carry;
      carry &= before;
    }
  }

  /** Of the shingle that begins with a word, as a power of two. */
  private static int weight(int word) {
    int weight = WEIGHS_LESS.length;
    for (int end : WEIGHS_LESS) {
      weight -= word < end ? 0 : 1;
    }
    return weight;
  }

  /** The bits for which more than half have voted: those whose count is greater than the half. */
  private long majority(int votesCast) {
    int half = votesCast / 2;
    long greater = 0;
    long equal = -1;
    for (int i = votes.length - 1; i >= 0; i--) {
      if ((half >>> i & 1) == 0) {
        greater |= equal & votes[i];
        equal &= ~votes[i];
      } else {
        equal &= votes[i];
      }
    }
    return greater;
  }

  static long hash(String text) {
    return mixed(run(BASIS, text, 0, text.length()));
  }

  /** FNV-1a over the characters. */
  private static long run(long before, String text, int from, int to) {
    long hash = before;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** The finaliser of SplitMix64, so that every bit depends on all characters. */
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
