package io.tocsin.extract;

import java.util.Arrays;

/**
 * What single words are, a bit for each thing, looked up in a text without making strings of its
 * words. Immutable.
 */
public final class Glossary {
  private final Vocabulary vocabulary;
  private final int[] bits;

  private Glossary(Vocabulary vocabulary, int[] bits) {
    this.vocabulary = vocabulary;
    this.bits = bits;
  }

  /** The bits of a text's word; 0 for one that is not in it. */
  public int of(Text text, int word) {
    int number = vocabulary.number(text.folded(), word);
    return number < 0 ? 0 : bits[number];
  }

  /** Whether a text's word is in it. */
  public boolean has(Text text, int word) {
    return of(text, word) != 0;
  }

  /** One that says no more of its words than that they are in it. */
  public static Glossary of(String... words) {
    var glossary = new Builder();
    for (var word : words) {
      glossary.add(word, 1);
    }
    return glossary.build();
  }

  /** A glossary under construction. */
  public static final class Builder {
    private final Vocabulary vocabulary = new Vocabulary();
    private int[] bits = new int[Integer.SIZE];

    /** Adds bits to a word; what is no single word is never found in a text, and left out. */
    public void add(String word, int more) {
      var text = Text.of(word);
      if (text.words() == 1) {
        int number = vocabulary.learn(text.folded(), 0);
        if (number >= bits.length) {
          bits = Arrays.copyOf(bits, bits.length * 2);
        }
        bits[number] |= more;
      }
    }

    /** Nothing may be added any more. */
    public Glossary build() {
      return new Glossary(vocabulary, bits);
    }
  }
}
