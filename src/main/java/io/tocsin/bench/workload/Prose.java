package io.tocsin.bench.workload;

/** Text of words that do not repeat from one report to the next, so that none is another's copy. */
final class Prose {
  private static final String[] SYLLABLES = {
    "ba", "den", "fi", "gor", "ha", "jun", "kel", "lo", "mir", "na", "ost", "per", "qua", "rin",
    "sul", "ta", "ur", "vek", "wos", "yan", "zid", "cor", "em", "il"
  };

  private Prose() {}

  /** As many whole words as fit. */
  static String of(Dice dice, int length) {
    var text = new StringBuilder(length + 16);
    while (text.length() < length) {
      long bits = dice.next() >>> 1;
      if (text.length() > 0) {
        text.append(' ');
      }
      int syllables = 1 + (int) (bits % 4);
      bits /= 4;
      for (int i = 0; i < syllables; i++) {
        text.append(SYLLABLES[(int) (bits % SYLLABLES.length)]);
        bits /= SYLLABLES.length;
      }
    }
    return text.toString();
  }
}
