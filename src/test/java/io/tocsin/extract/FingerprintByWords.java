package io.tocsin.extract;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fingerprint word by word, as one would write it down: what the fast one is held against. */
final class FingerprintByWords {
  private static final int SHINGLE = 3;
  private static final int ENOUGH_WORDS = 12;
  private static final int STANDS_ALONE = 40;
  private static final Pattern FURNITURE = Pattern.compile("(?s)(.*[\\p{L}\\p{Nd}])?\\s*");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private FingerprintByWords() {}

  /** The fingerprint of a headline and, where there is one, its body. */
  static long of(String headline, String body) {
    var text = body == null ? "" : withoutFurniture(body);
    var alone = words(FOLD.normalize(text));
    return alone.size() >= STANDS_ALONE
        ? of(alone)
        : ofShort(FOLD.normalize(body == null ? headline : headline + " " + text));
  }

  private static String withoutFurniture(String body) {
    var text = body;
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n')) {
      int cut = body.length() - text.length();
      boolean furniture = line <= 100 && FURNITURE.matcher(text.substring(0, line)).matches();
      if (!furniture || cut + line >= 240) {
        return text;
      }
      text = text.substring(line + 1);
    }
    return text;
  }

  private static long ofShort(String text) {
    var words = words(text);
    if (words.isEmpty()) {
      return hash(text.strip());
    }
    return words.size() < ENOUGH_WORDS ? hash(String.join(" ", words)) : of(words);
  }

  private static long of(List<String> words) {
    int[] votes = new int[Long.SIZE];
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      int weight = i < 48 ? 8 : i < 96 ? 4 : i < 192 ? 2 : 1;
      vote(votes, hash(String.join(" ", words.subList(i, i + SHINGLE))), weight);
    }
    long print = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      print |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return print;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var word : NO_WORD.split(text)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static void vote(int[] votes, long hash, int weight) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (hash >>> bit & 1) == 1 ? weight : -weight;
    }
  }

  /**
   * FNV-1a over the characters, with the finaliser of SplitMix64 so that every bit depends on all
   * of them.
   */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}
