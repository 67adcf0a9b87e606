package io.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What the main clause of each sentence says was done. Event coders take a sentence for its first
 * act: who condemns an attack, or meets after one, attacks nobody. So what stands behind a word of
 * speaking about something, or in a clause that only says when and why, is not counted.
 */
final class Deeds {
  /** A clause that opens a sentence opens it with one of its first words: "Soon after ..., ". */
  private static final int OPENING = 3;

  private final Sentence sentence;
  private final Polarity polarity;

  private Deeds(Sentence sentence) {
    this.sentence = sentence;
    this.polarity = new Polarity(sentence);
  }

  /** In the order of the text, one of a sentence at most. */
  static List<Deed> of(List<Sentence> sentences) {
    var all = new ArrayList<Deed>();
    for (var sentence : sentences) {
      var deed = new Deeds(sentence).first();
      if (deed != null) {
        all.add(deed);
      }
    }
    return all;
  }

  private Deed first() {
    int from = behindOpening();
    for (var found : sentence.cues()) {
      if (found.firstWord() >= from) {
        if (found.firstWord() > sentence.firstWord() && isEnd(found)) {
          return null;
        }
        var kind = kind(found);
        if (kind != null && !polarity.isNegated(found)) {
          return new Deed(kind, found.span());
        }
      }
    }
    return null;
  }

  /** The word behind the comma that ends a clause of when and why; else the sentence's first. */
  private int behindOpening() {
    for (var found : sentence.cues()) {
      if (found.firstWord() > sentence.firstWord() + OPENING) {
        break;
      }
      if (Sentence.plays(found, Role.STOP) || Sentence.plays(found, Role.KNOWN)) {
        return behindComma(found.endWord());
      }
    }
    return sentence.firstWord();
  }

  private int behindComma(int from) {
    for (int word = from; word < sentence.endWord(); word++) {
      if (sentence.text().isBetween(word, ',')) {
        return word + 1;
      }
    }
    return sentence.firstWord();
  }

  /** Whether a cue ends the main clause, or sets what is behind it in another light. */
  private static boolean isEnd(Found<Cue> found) {
    for (var cue : found.values()) {
      boolean ends =
          switch (cue.role()) {
            case ABOUT, STOP, KNOWN -> true;
            case FRAME -> cue.frame() != Frame.COURT;
            default -> false;
          };
      if (ends) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(Found<Cue> found) {
    for (var cue : found.values()) {
      if (cue.kind() != null) {
        return cue.kind();
      }
    }
    return null;
  }
}
