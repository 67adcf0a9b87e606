package io.tocsin.extract.places;

import io.tocsin.extract.Text;

/** Which sentences are written as titles: most words have capitals, as in some headlines. */
final class Titles {
  private static final double SHARE = 0.7;
  private static final int LONG = 4;
  private static final int ENOUGH = 4;
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final Text text;

  /** By sentence, as far as asked: 0 where not. */
  private final byte[] titled;

  Titles(Text text) {
    this.text = text;
    titled = new byte[text.sentences()];
  }

  /** Whether the sentence of a word is one. */
  boolean isTitled(int word) {
    int sentence = text.sentenceOf(word);
    if (titled[sentence] == 0) {
      titled[sentence] = counts(sentence) ? YES : NO;
    }
    return titled[sentence] == YES;
  }

  private boolean counts(int sentence) {
    int all = 0;
    int capitals = 0;
    for (int word = text.sentenceStart(sentence); word < text.sentenceEnd(sentence); word++) {
      if (text.to(word) - text.from(word) >= LONG) {
        all++;
        capitals += text.isCapitalised(word) ? 1 : 0;
      }
    }
    return all >= ENOUGH && capitals >= SHARE * all;
  }
}
