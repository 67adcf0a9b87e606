package io.tocsin.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many phrases, all found in one pass over a text, whole words only: the automaton of Aho and
 * Corasick ("Efficient string matching", CACM 1975) over numbered words. What it costs grows with
 * the text and hardly with the number of phrases: a word that begins none is one look into a table.
 * Immutable.
 */
public final class Phrases<T> {
  private static final int ROOT = 0;

  private final Vocabulary vocabulary;
  private final Steps steps;

  /** By the number of a word: the state behind it, {@link #ROOT} where no phrase begins with it. */
  private final int[] starts;

  /** By state: how many words lead to it. */
  private final int[] depths;

  /** By state: a bit for each last five bits of the numbers of the words that may follow. */
  private final int[] followers;

  /** By state: that of the longest end of its words that begins a phrase too. */
  private final int[] fails;

  /** By state: where to go on; as {@link #fails} for one that nothing follows. */
  private final int[] resumes;

  /** By state: itself or the nearest of its fails at which a phrase ends; the root if none. */
  private final int[] ends;

  /** By state: the values of the phrase that ends there. */
  private final List<List<T>> values;

  private Phrases(Builder<T> built) {
    vocabulary = built.vocabulary;
    steps = built.steps;
    starts = built.starts;
    followers = Arrays.copyOf(built.followers, built.states);
    depths = Arrays.copyOf(built.depths, built.states);
    fails = new int[built.states];
    resumes = new int[built.states];
    ends = new int[built.states];
    values = new ArrayList<>(built.values.size());
    built.values.forEach(all -> values.add(all == null ? null : List.copyOf(all)));
    for (int state : built.byDepth()) {
      link(state, built.parents[state], built.words[state]);
    }
  }

  /** All states of less depth are linked already. */
  private void link(int state, int parent, int word) {
    fails[state] = parent == ROOT ? ROOT : step(fails[parent], word);
    resumes[state] = followers[state] == 0 ? resumes[fails[state]] : state;
    ends[state] = values.get(state) == null ? ends[fails[state]] : state;
  }

  /** Takes every phrase as it comes; those within or across others as well. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(int firstWord, int endWord, List<T> values);
  }

  /** What numbers its words; it learns no more. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Hands on every phrase of the text, in the order of their ends, the longer first. */
  public void each(Text text, Taker<T> taker) {
    each(text, text.words(), taker);
  }

  /** The same for the first so many words alone. */
  void each(Text text, int words, Taker<T> taker) {
    int most = Math.min(words, text.words());
    int state = ROOT;
    int[] numbers = text.numbers(vocabulary);
    for (int word = 0; word < most; word++) {
      int number = numbers[word];
      state = number < 0 ? ROOT : step(state, number);
      if (state != ROOT) {
        for (int end = ends[state]; end != ROOT; end = ends[fails[end]]) {
          taker.take(word + 1 - depths[end], word + 1, values.get(end));
        }
        state = resumes[state];
      }
    }
  }

  private int step(int from, int word) {
    for (int state = from; state != ROOT; state = fails[state]) {
      int next = (followers[state] & 1 << word) == 0 ? Steps.NONE : steps.next(state, word);
      if (next != Steps.NONE) {
        return next;
      }
    }
    return word < starts.length ? starts[word] : ROOT;
  }

  /** The phrases of the text in its order, the longest at each word, none that overlap. */
  public List<Found<T>> longest(Text text) {
    var longest = new Longest<T>(text);
    each(text, longest);
    return longest.found();
  }

  /** Phrases under construction: the trie of their words. Builds once. */
  public static final class Builder<T> {
    private static final int FEW = 64;

    private final Vocabulary vocabulary;
    private final Steps steps = new Steps();
    private final List<List<T>> values = new ArrayList<>();
    private int[] starts = new int[FEW];
    private int[] depths = new int[FEW];
    private int[] parents = new int[FEW];
    private int[] words = new int[FEW];
    private int[] followers = new int[FEW];
    private int states;
    private int deepest;

    /** Without a phrase, and with words of its own. */
    public Builder() {
      this(new Vocabulary());
    }

    /** Without a phrase, with the words of others, which are learned on. */
    Builder(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      state(ROOT, Vocabulary.UNKNOWN, 0);
    }

    /** Adds a value for a phrase, which may have several; a phrase without words is none. */
    public Builder<T> add(String phrase, T value) {
      return add(Text.of(phrase), value);
    }

    /** The same for a phrase that is folded already. */
    public Builder<T> add(Text phrase, T value) {
      int state = ROOT;
      for (int word = 0; word < phrase.words(); word++) {
        state = step(state, vocabulary.learn(phrase.folded(), word));
      }
      if (state != ROOT) {
        if (values.get(state) == null) {
          values.set(state, new ArrayList<>(1));
        }
        if (!values.get(state).contains(value)) {
          values.get(state).add(value);
        }
      }
      return this;
    }

    private int step(int from, int word) {
      int known = from == ROOT ? start(word) : steps.next(from, word);
      if (known != Steps.NONE) {
        return known;
      }
      int state = state(from, word, depths[from] + 1);
      followers[from] |= 1 << word;
      if (from == ROOT) {
        starts[word] = state;
      } else {
        steps.add(from, word, state);
      }
      return state;
    }

    private int start(int word) {
      if (word >= starts.length) {
        starts = Arrays.copyOf(starts, Math.max(word + 1, starts.length * 2));
      }
      return starts[word] == ROOT ? Steps.NONE : starts[word];
    }

    private int state(int parent, int word, int depth) {
      if (states == depths.length) {
        depths = Arrays.copyOf(depths, states * 2);
        parents = Arrays.copyOf(parents, states * 2);
        words = Arrays.copyOf(words, states * 2);
        followers = Arrays.copyOf(followers, states * 2);
      }
      parents[states] = parent;
      words[states] = word;
      depths[states] = depth;
      deepest = Math.max(deepest, depth);
      values.add(null);
      return states++;
    }

    /** All states but the root, those of less depth first. */
    private int[] byDepth() {
      int[] ranks = new int[deepest + 2];
      for (int state = 1; state < states; state++) {
        ranks[depths[state] + 1]++;
      }
      for (int depth = 1; depth < ranks.length; depth++) {
        ranks[depth] += ranks[depth - 1];
      }
      int[] ordered = new int[states - 1];
      for (int state = 1; state < states; state++) {
        ordered[ranks[depths[state]]++] = state;
      }
      return ordered;
    }

    public Phrases<T> build() {
      return new Phrases<>(this);
    }
  }
}
