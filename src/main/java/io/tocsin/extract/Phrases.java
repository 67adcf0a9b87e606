package io.tocsin.extract;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many phrases, all found in one pass over a text, whole words only: an Aho-Corasick automaton (Aho
 * and Corasick, "Efficient string matching", CACM 1975) over numbered words. What it costs grows
 * with the text and hardly with the number of phrases. Immutable.
 */
public final class Phrases<T> {
  /** A word's number is written as two characters of different ranges, so that none is torn. */
  private static final int BITS = 9;

  private static final int LOW = 1 << BITS;

  /** In no phrase. */
  private static final char STRANGER = 0;

  private final Vocabulary vocabulary;
  private final AhoCorasickDoubleArrayTrie<List<T>> automaton;

  private Phrases(Vocabulary vocabulary, AhoCorasickDoubleArrayTrie<List<T>> automaton) {
    this.vocabulary = vocabulary;
    this.automaton = automaton;
  }

  /** Takes every phrase as it comes; those within or across others as well. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(int firstWord, int endWord, List<T> values);
  }

  /** Hands on every phrase of the text, in the order of their ends. */
  public void each(Text text, Taker<T> taker) {
    each(text, text.words(), taker);
  }

  /** The same for the first so many words alone. */
  void each(Text text, int words, Taker<T> taker) {
    if (automaton != null) {
      automaton.parseText(
          letters(text, Math.min(words, text.words())),
          (begin, end, values) -> taker.take(begin / 2, end / 2, values));
    }
  }

  /** The phrases of the text in its order, the longest at each word, none that overlap. */
  public List<Found<T>> longest(Text text) {
    var longest = new Longest<T>(text);
    each(text, longest);
    return longest.found();
  }

  private char[] letters(Text text, int words) {
    char[] letters = new char[words * 2];
    for (int word = 0; word < words; word++) {
      int number = vocabulary.number(text, word);
      letters[2 * word] = number < 0 ? STRANGER : high(number);
      letters[2 * word + 1] = number < 0 ? STRANGER : low(number);
    }
    return letters;
  }

  private static char low(int number) {
    return (char) (1 + (number & LOW - 1));
  }

  private static char high(int number) {
    return (char) (1 + LOW + (number >> BITS));
  }

  /** Phrases under construction. */
  public static final class Builder<T> {
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Map<String, List<T>> phrases = new TreeMap<>();

    /** Adds a value for a phrase, which may have several; a phrase without words is none. */
    public Builder<T> add(String phrase, T value) {
      return add(Text.of(phrase), value);
    }

    Builder<T> add(Text phrase, T value) {
      var key = new StringBuilder();
      for (int number : vocabulary.numbers(phrase)) {
        key.append(high(number)).append(low(number));
      }
      if (key.length() > 0) {
        var values = phrases.computeIfAbsent(key.toString(), k -> new ArrayList<>(1));
        if (!values.contains(value)) {
          values.add(value);
        }
      }
      return this;
    }

    public Phrases<T> build() {
      if (phrases.isEmpty()) {
        return new Phrases<>(vocabulary.build(), null);
      }
      phrases.replaceAll((key, values) -> List.copyOf(values));
      var automaton = new AhoCorasickDoubleArrayTrie<List<T>>();
      automaton.build(phrases);
      return new Phrases<>(vocabulary.build(), automaton);
    }
  }
}
