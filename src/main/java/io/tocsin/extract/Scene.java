package io.tocsin.extract;

import io.tocsin.model.Category;

/** Who does something and to whom, as far as the words beside a cue and a place tell. */
final class Scene {
  private static final Glossary STRIKES =
      Glossary.of(
          "strikes",
          "struck",
          "bombs",
          "bombed",
          "pounds",
          "pounded",
          "shells",
          "shelled",
          "hits",
          "hit",
          "bombards",
          "bombarded",
          "attacks",
          "attacked",
          "raids");

  private static final Glossary MARKETS =
      Glossary.of(
          "stocks",
          "stock",
          "shares",
          "share",
          "bonds",
          "markets",
          "equities",
          "futures",
          "ratings",
          "sales");

  private static final Glossary FALLS =
      Glossary.of("bombed", "bomb", "bombing", "attacked", "massacred", "shelled");

  private static final Glossary BETWEEN =
      Glossary.of("in", "on", "at", "and", "across", "the", "of", "prices", "markets", "s");

  private static final Glossary HARMS =
      Glossary.of(
          "killed",
          "kills",
          "killing",
          "shot",
          "shoots",
          "wounded",
          "wounds",
          "injured",
          "assassinated",
          "murdered",
          "stabbed",
          "attacked",
          "targeted",
          "kidnapped",
          "abducted");

  private static final Glossary JUDGES = Glossary.of("judge", "judges", "juror", "jurors");
  private static final Glossary SOME =
      Glossary.of(
          "a", "the", "another", "two", "three", "four", "several", "senior", "top", "federal");

  private static final Glossary WAS = Glossary.of("was", "were", "been", "being", "has", "have");

  private Scene() {}

  /** Whether a place is who strikes another, and not where: Israel in "Israel strikes Gaza". */
  static boolean isStriker(Sentence sentence, Located place) {
    int verb = place.endWord();
    if (verb + 1 >= sentence.endWord() || !STRIKES.has(sentence.text(), verb)) {
      return false;
    }
    for (var other : sentence.places()) {
      if (other.firstWord() == verb + 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cue only tells how trade went: "stocks in London and Frankfurt bombed". */
  static boolean isTrade(Sentence sentence, Found<Cue> cue) {
    var text = sentence.text();
    if (cue.words() != 1 || !FALLS.has(text, cue.firstWord())) {
      return false;
    }
    int word = cue.firstWord() - 1;
    while (word >= sentence.firstWord()
        && !MARKETS.has(text, word)
        && (BETWEEN.has(text, word) || sentence.isInPlace(word))) {
      word--;
    }
    return word >= sentence.firstWord() && MARKETS.has(text, word);
  }

  /** Whether a word of the courts is who was harmed: "killed a judge", "a judge was shot". */
  static boolean isVictim(Sentence sentence, Found<Cue> court) {
    var text = sentence.text();
    if (!JUDGES.has(text, court.endWord() - 1)) {
      return false;
    }
    int next = court.endWord();
    while (next < sentence.endWord() && WAS.has(text, next)) {
      next++;
    }
    if (next > court.endWord() && next < sentence.endWord() && HARMS.has(text, next)) {
      return true;
    }
    int before = court.firstWord() - 1;
    while (before > sentence.firstWord() && SOME.has(text, before)) {
      before--;
    }
    for (var cue : sentence.cues()) {
      var claim = Sentence.as(cue, Role.CLAIM);
      boolean attack = claim != null && claim.category() == Category.ATTACK;
      if (attack && cue.endWord() == before + 1 && harms(text, cue)) {
        return true;
      }
    }
    return before >= sentence.firstWord() && HARMS.has(text, before);
  }

  private static boolean harms(Text text, Found<Cue> cue) {
    for (int word = cue.firstWord(); word < cue.endWord(); word++) {
      if (HARMS.has(text, word)) {
        return true;
      }
    }
    return false;
  }
}
