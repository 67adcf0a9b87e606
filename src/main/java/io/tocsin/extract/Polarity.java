package io.tocsin.extract;

/**
 * What a sentence takes back, and what it is not certain of. Reaches and terminators are those of
 * ConText (Harkema et al., "ConText: An algorithm for determining negation, experiencer, and
 * temporal status", J. Biomed. Inform. 42, 2009).
 */
final class Polarity {
  private static final int REACH = 6;
  private static final int REACH_BACK = 5;
  private static final int HEDGE_AHEAD = 5;
  private static final int HEDGE_BEHIND = 3;

  private final Sentence sentence;

  Polarity(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean isNegated(Found<Cue> claim) {
    for (var cue : sentence.cues()) {
      int ahead = claim.firstWord() - cue.endWord();
      boolean before = Sentence.plays(cue, Role.NEGATION) || Sentence.plays(cue, Role.DENIES);
      if (before
          && ahead >= 0
          && ahead <= REACH
          && reaches(cue.endWord(), claim.firstWord())
          && !isSpent(cue.endWord(), claim.firstWord())) {
        return true;
      }
      int behind = cue.firstWord() - claim.endWord();
      boolean after = Sentence.plays(cue, Role.NEGATION_BACK);
      if (after
          && behind >= 0
          && behind <= REACH_BACK
          && reaches(claim.endWord(), cue.firstWord())) {
        return true;
      }
    }
    return false;
  }

  /** What took something back before a comma takes nothing back behind it. */
  private boolean isSpent(int from, int to) {
    boolean comma = false;
    for (int word = from; word < to; word++) {
      comma |= sentence.text().isBetween(word, ',');
    }
    return comma && sentence.isBetween(Role.CLAIM, from, to);
  }

  boolean isHedged(Found<Cue> claim) {
    for (var cue : sentence.cues()) {
      int ahead = claim.firstWord() - cue.endWord();
      int behind = cue.firstWord() - claim.endWord();
      boolean near =
          ahead >= 0 && ahead <= HEDGE_AHEAD && reaches(cue.endWord(), claim.firstWord())
              || behind >= 0 && behind <= HEDGE_BEHIND && reaches(claim.endWord(), cue.firstWord());
      boolean month =
          Sentence.plays(cue, Role.MONTH) && sentence.text().isCapitalised(cue.firstWord());
      if (near && Sentence.plays(cue, Role.HEDGE) && !month) {
        return true;
      }
    }
    return isQuestion();
  }

  private boolean isQuestion() {
    return sentence.text().isBetween(sentence.endWord() - 1, '?');
  }

  /** Whether nothing stands between two words that ends what one says of the other. */
  boolean reaches(int from, int to) {
    for (int word = from - 1; word < to; word++) {
      if (word >= 0 && sentence.text().isBetween(word, ';')) {
        return false;
      }
    }
    return !sentence.isBetween(Role.STOP, from, to);
  }
}
