package io.tocsin.extract;

import java.util.Arrays;
import java.util.Set;

/**
 * Where the sentences of a text end. Like the sentence breaks of Unicode (UAX #29), which know no
 * abbreviations and no lines, and at a small part of the cost: only what stands between words is
 * looked at.
 */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "maj", "cmdr",
          "insp", "supt", "rev", "sen", "rep", "gov", "pres", "vs", "inc", "ltd", "corp", "jr",
          "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
          "bzw", "ca", "nr", "vgl", "mme", "mlle", "sra", "dhr", "mevr", "bv", "approx", "dept");

  private static final Set<String> MONTHS =
      Set.of(
          "januar",
          "februar",
          "marz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember");

  /** Words that seldom follow an abbreviation unless a new sentence begins. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "the",
          "a",
          "an",
          "he",
          "she",
          "it",
          "they",
          "we",
          "in",
          "on",
          "at",
          "but",
          "and",
          "this",
          "that",
          "his",
          "her",
          "its",
          "their",
          "there",
          "no",
          "police",
          "officials",
          "one",
          "two");

  /** Nobody writes longer ones; what is longer is cut, so that each can be looked at as a whole. */
  static final int LONGEST = 250;

  private final String original;
  private final Words words;
  private int[] ends;
  private int count;

  private Sentences(String original, Words words) {
    this.original = original;
    this.words = words;
    ends = new int[words.count() / 16 + 4];
  }

  /**
   * The sentences' ends: for each the number of the word behind its last.
   *
   * @param headline how many words a sentence of their own at the beginning has
   */
  static int[] ends(String original, Words words, int headline) {
    var sentences = new Sentences(original, words);
    int start = 0;
    for (int next = 1; next < words.count(); next++) {
      if (next == headline || next - start == LONGEST || sentences.endsBefore(next)) {
        sentences.end(next);
        start = next;
      }
    }
    if (words.count() > 0) {
      sentences.end(words.count());
    }
    return Arrays.copyOf(sentences.ends, sentences.count);
  }

  private void end(int word) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = word;
  }

  private boolean endsBefore(int next) {
    int from = words.to(next - 1);
    int to = words.from(next);
    if (to - from == 1) {
      return isStopAlone(original.charAt(from));
    }
    int lines = 0;
    boolean stop = false;
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = original.charAt(i);
      lines += c == '\n' || c == '\u2029' ? 1 : 0;
      if (isStopAlone(c) || lines > 1) {
        return true;
      }
      stop |= isStop(c);
      space |= stop && Character.isWhitespace(c);
    }
    return stop && (space || isUncased(next)) && begins(next) && !isAbbreviated(from, next);
  }

  private boolean begins(int word) {
    int c = original.codePointAt(words.from(word));
    return !Character.isLowerCase(c);
  }

  private boolean isUncased(int word) {
    int c = original.codePointAt(words.from(word));
    return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
  }

  private boolean isAbbreviated(int stop, int next) {
    if (original.charAt(stop) != '.') {
      return false;
    }
    int before = next - 1;
    int letters = words.length(before);
    if (letters > 6) {
      return false;
    }
    boolean digits = Character.isDigit(original.charAt(words.from(before)));
    if (digits) {
      return letters <= 2 && MONTHS.contains(words.folded(next));
    }
    boolean initials = letters == 1 || words.to(before) - words.from(before) == 2 * letters - 1;
    return (initials || ABBREVIATIONS.contains(words.folded(before)))
        && !(letters > 1 && BEGINNINGS.contains(words.folded(next)));
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || c == '؟' || c == '۔' || c == '।';
  }

  /** Stops of scripts that write no space behind them. */
  private static boolean isStopAlone(char c) {
    return c == '。' || c == '！' || c == '？' || c == '｡';
  }
}
