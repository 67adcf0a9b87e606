package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Text;
import io.tocsin.extract.places.Heads.Kind;

/** What the words around a name that is a word of the language too tell of it. */
final class Phrasing {
  private static final Glossary STRUCK = Glossary.of("von", "op");
  private static final Glossary THAT = Glossary.of("that");
  private static final Glossary IS = Glossary.of("is", "was", "has", "had", "remains");

  private final Text text;
  private final Heads heads;

  Phrasing(Text text, Heads heads) {
    this.text = text;
    this.heads = heads;
  }

  /** {@code Nice attack}. */
  boolean isScene(Mention mention) {
    return mention.to < text.words()
        && isJoined(text, mention.to - 1)
        && heads.is(text, mention.to, Kind.EVENT)
        && !heads.is(text, mention.from, Kind.PART);
  }

  /** {@code Anschlag von Essen}, {@code aanslag op Nice}. */
  boolean isStruck(Mention mention) {
    int before = mention.from - 1;
    return before > 0
        && STRUCK.has(text, before)
        && isJoined(text, before - 1)
        && heads.is(text, before - 1, Kind.EVENT);
  }

  /** {@code that Nice was}. */
  boolean isSubject(Mention mention) {
    int next = mention.to;
    return mention.from > 0
        && THAT.has(text, mention.from - 1)
        && next < text.words()
        && isJoined(text, next - 1)
        && IS.has(text, next);
  }

  /** {@code in Spring 2002}. */
  boolean isDated(Mention mention) {
    return mention.to < text.words()
        && isJoined(text, mention.to - 1)
        && Character.isDigit(text.original().charAt(text.from(mention.to)));
  }

  /** Whether a space or a hyphen and nothing else stands between a word and the next. */
  static boolean isJoined(Text text, int word) {
    if (word + 1 >= text.words() || text.from(word + 1) - text.to(word) != 1) {
      return false;
    }
    char between = text.original().charAt(text.to(word));
    return between == ' ' || between == '-' || between == '\u2010' || between == '\u00a0';
  }
}
