package io.tocsin.extract;

import java.util.Arrays;

/**
 * A text as words and sentences, folded for comparison, with the way back to the original. Linear
 * in the text, whatever the text is: broken surrogates are gaps, controls of direction are nothing.
 * Immutable.
 */
public final class Text {
  private final String original;
  private final Words words;
  private final int[] sentenceEnds;
  private final int headlineWords;
  private final Vocabulary vocabulary;
  private final int[] numbers;

  private Text(String original, int headline, Vocabulary vocabulary) {
    this.original = original;
    this.vocabulary = vocabulary;
    words = Words.of(original);
    numbers = vocabulary == null ? null : vocabulary.numbers(words);
    headlineWords = headline == 0 ? 0 : wordAt(headline);
    sentenceEnds = Sentences.ends(original, words, headlineWords);
  }

  /** A text without a headline. */
  public static Text of(String original) {
    return new Text(original, 0, null);
  }

  /**
   * A headline and, where there is one, its body; all spans are in {@code headline + "\n\n" +
   * body}.
   *
   * @param body optional
   */
  public static Text of(String headline, String body) {
    return of(headline, body, null);
  }

  /**
   * The same, with its words numbered.
   *
   * @param vocabulary {@code null} for none
   */
  static Text of(String headline, String body, Vocabulary vocabulary) {
    var original = body == null ? headline : headline + "\n\n" + body;
    return new Text(original, headline.length(), vocabulary);
  }

  public String original() {
    return original;
  }

  /** How many words there are. */
  public int words() {
    return words.count();
  }

  /** How many of them are the headline's. */
  public int headlineWords() {
    return headlineWords;
  }

  /** The folded word. */
  public String word(int word) {
    return words.folded(word);
  }

  Words folded() {
    return words;
  }

  /** The words' numbers as of a vocabulary, and others for words that it does not know. */
  int[] numbers(Vocabulary wanted) {
    return vocabulary != null && vocabulary.covers(wanted) ? numbers : wanted.numbers(words);
  }

  /** Where a word begins in the original. */
  public int from(int word) {
    return words.from(word);
  }

  /** Where a word ends in the original. */
  public int to(int word) {
    return words.to(word);
  }

  /** The stretch from one word to before another. */
  public Span span(int firstWord, int endWord) {
    return new Span(words.from(firstWord), words.to(endWord - 1));
  }

  /** The first word that ends behind this character of the original; {@link #words()} if none. */
  public int wordAt(int character) {
    int low = 0;
    int high = words.count();
    while (low < high) {
      int middle = low + high >>> 1;
      if (words.to(middle) <= character) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many sentences there are; the headline is one, or more. */
  public int sentences() {
    return sentenceEnds.length;
  }

  public int sentenceStart(int sentence) {
    return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
  }

  /** The word behind the last one of a sentence. */
  public int sentenceEnd(int sentence) {
    return sentenceEnds[sentence];
  }

  /** The sentence that a word stands in. */
  public int sentenceOf(int word) {
    int at = Arrays.binarySearch(sentenceEnds, word + 1);
    return at < 0 ? -at - 1 : at;
  }

  /** Whether a word begins with a capital. */
  public boolean isCapitalised(int word) {
    char first = original.charAt(words.from(word));
    if (first < 0x80) {
      return first >= 'A' && first <= 'Z';
    }
    int c = original.codePointAt(words.from(word));
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Whether a word has a letter in lower case. */
  public boolean hasLowerCase(int word) {
    for (int i = words.from(word); i < words.to(word); i++) {
      if (Character.isLowerCase(original.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether this character stands between a word and the next. */
  public boolean isBetween(int word, char c) {
    int end = word + 1 < words() ? words.from(word + 1) : original.length();
    for (int i = words.to(word); i < end; i++) {
      if (original.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }
}
