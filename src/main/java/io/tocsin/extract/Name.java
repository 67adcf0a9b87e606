package io.tocsin.extract;

/**
 * A name as it is written.
 *
 * @param id whose it is; {@code null} for {@link Kind#NONE}
 */
record Name(Kind kind, String id, String written) {
  private static final int LEGIBLE = 4;

  /** Whose a name is. */
  enum Kind {
    ENTITY,
    SOURCE,
    AUTHORITY,
    /** Somebody's who is none of these. */
    NONE
  }

  /** Whether a stretch of a text is this name by its capitals too. */
  boolean isWritten(Text text, int firstWord, int endWord) {
    if (isAcronym()) {
      return isSpelled(text, firstWord, endWord);
    }
    return endWord - firstWord == 1 && kind == Kind.ENTITY || hasCapitals(text, firstWord, endWord);
  }

  private boolean isAcronym() {
    boolean upper = false;
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLowerCase(written.charAt(i))) {
        return false;
      }
      upper |= Character.isUpperCase(written.charAt(i));
    }
    return upper;
  }

  /**
   * In capitals as it is, or, where it is long enough to be spoken as a word, with the first alone:
   * {@code Isis}.
   */
  private boolean isSpelled(Text text, int firstWord, int endWord) {
    boolean capitals = true;
    for (int word = firstWord; word < endWord; word++) {
      capitals &= !text.hasLowerCase(word);
    }
    boolean spoken =
        endWord - firstWord == 1
            && written.length() >= LEGIBLE
            && text.isCapitalised(firstWord)
            && text.hasLowerCase(firstWord);
    return capitals && !isShouted(text, firstWord) || spoken;
  }

  /** In a line of capitals a short acronym is as likely a word: {@code THIS IS IT}. */
  private boolean isShouted(Text text, int word) {
    if (written.length() >= LEGIBLE) {
      return false;
    }
    int sentence = text.sentenceOf(word);
    int end = Math.min(text.sentenceEnd(sentence), word + 4);
    int others = 0;
    for (int w = Math.max(text.sentenceStart(sentence), word - 3); w < end; w++) {
      if (text.hasLowerCase(w)) {
        return false;
      }
      others += w == word ? 0 : 1;
    }
    return others > 0;
  }

  /** Every word that has a capital in the name has one in the text, or no word near it has. */
  private boolean hasCapitals(Text text, int firstWord, int endWord) {
    int at = 0;
    for (int word = firstWord; word < endWord; word++) {
      at = nextWord(at);
      boolean capital = at < written.length() && Character.isUpperCase(written.charAt(at));
      if (capital && !text.isCapitalised(word)) {
        return kind == Kind.ENTITY && isUncapitalised(text, firstWord);
      }
      if (kind == Kind.NONE && !capital && text.isCapitalised(word) && word > firstWord) {
        return false;
      }
      at = endOfWord(at);
    }
    return true;
  }

  private static boolean isUncapitalised(Text text, int word) {
    int sentence = text.sentenceOf(word);
    int from = Math.max(text.sentenceStart(sentence), word - 20);
    for (int w = from; w < Math.min(text.sentenceEnd(sentence), word + 20); w++) {
      if (text.isCapitalised(w)) {
        return false;
      }
    }
    return true;
  }

  private int nextWord(int at) {
    int next = at;
    while (next < written.length() && !Character.isLetterOrDigit(written.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Apostrophes are taken for part of a word here; names that have them hide no capital by it. */
  private int endOfWord(int at) {
    int end = at;
    while (end < written.length() && isInWord(written.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == 'ʿ';
  }
}
