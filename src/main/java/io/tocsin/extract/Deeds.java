package io.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What the main clauses of sentences say was done. Event coders take a sentence for its first act:
 * who condemns an attack, or meets after one, attacks nobody. So what stands behind a word of
 * speaking about something, or in a clause that only says when and why, is not counted.
 */
final class Deeds {
  /** As many words behind a threat belong to what is threatened. */
  private static final int THREATENED = 12;

  private final Sentence sentence;
  private final Polarity polarity;
  private final int end;
  private final List<Deed> deeds = new ArrayList<>(2);
  private int threatenedTo = -1;

  private Deeds(Sentence sentence) {
    this.sentence = sentence;
    this.polarity = new Polarity(sentence);
    this.end = endOfMainClause(sentence);
  }

  /** In the order of the text. */
  static List<Deed> of(List<Sentence> sentences) {
    var all = new ArrayList<Deed>();
    for (var sentence : sentences) {
      var frame = sentence.frame();
      if (frame == null || frame == Frame.COURT || frame == Frame.HOAX) {
        all.addAll(new Deeds(sentence).read());
      }
    }
    return all;
  }

  private List<Deed> read() {
    for (var found : sentence.cues()) {
      var kind = kind(found);
      if (kind != null && found.firstWord() < end && !polarity.isNegated(found)) {
        take(kind, found);
      }
    }
    return deeds;
  }

  private void take(Kind kind, Found<Cue> found) {
    if (kind == Kind.THREAT) {
      threatenedTo = found.endWord() + THREATENED;
    } else if (found.firstWord() < threatenedTo) {
      return;
    }
    deeds.add(new Deed(kind, found.span()));
  }

  private static Kind kind(Found<Cue> found) {
    for (var cue : found.values()) {
      if (cue.kind() != null) {
        return cue.kind();
      }
    }
    return null;
  }

  /** Where the first word of speaking about something stands, or the first clause behind. */
  private static int endOfMainClause(Sentence sentence) {
    for (var found : sentence.cues()) {
      boolean opens = found.firstWord() == sentence.firstWord();
      boolean ends = Sentence.plays(found, Role.ABOUT) || Sentence.plays(found, Role.STOP);
      if (ends && !opens) {
        return found.firstWord();
      }
    }
    return sentence.endWord();
  }
}
