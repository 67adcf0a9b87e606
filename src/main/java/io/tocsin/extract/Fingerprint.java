package io.tocsin.extract;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit fingerprint in which texts that share most of their wording differ in few bits: SimHash
 * (Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002) over shingles
 * of three words, of which those that come first weigh most: newsrooms cut from below, and put
 * their own below. It is of the body, since each newsroom has a headline of its own; a short body
 * does not say enough by itself, and has the headline before it. A text too short to have a wording
 * of its own is near to none but itself.
 */
public final class Fingerprint {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private Fingerprint() {}

  /** The fingerprint of a headline and, where there is one, its body. */
  public static long of(String headline, String body) {
    if (body == null) {
      return ofWhole(headline);
    }
    var text = body.substring(Furniture.end(head(body)));
    var wording = new Wording();
    if (!wording.add(text)) {
      wording = folded(text);
    }
    return wording.standsAlone() ? wording.print() : ofWhole(headline + " " + text);
  }

  /**
   * The same of texts that are ASCII alone, where they lie.
   *
   * @param bodyLength negative where there is no body
   */
  public static long ofAscii(
      byte[] bytes, int headline, int headlineLength, int body, int bodyLength) {
    int furniture = bodyLength <= 0 ? 0 : Furniture.end(head(bytes, body, bodyLength));
    int text = body + furniture;
    int textLength = Math.max(0, bodyLength - furniture);
    var wording = new Wording();
    if (!Wording.standsAlone(bytes, text, textLength)) {
      wording.addAscii(bytes, headline, headlineLength);
    }
    wording.addAscii(bytes, text, textLength);
    return wording.hasWords()
        ? wording.print()
        : of(
            ascii(bytes, headline, headlineLength),
            bodyLength < 0 ? null : ascii(bytes, body, bodyLength));
  }

  private static String head(String body) {
    return body.substring(0, Math.min(body.length(), Furniture.FARTHEST));
  }

  private static String head(byte[] bytes, int body, int length) {
    return ascii(bytes, body, Math.min(length, Furniture.FARTHEST));
  }

  private static String ascii(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.US_ASCII);
  }

  private static long ofWhole(String text) {
    var wording = new Wording();
    if (wording.add(text) && wording.hasWords()) {
      return wording.print();
    }
    wording = folded(text);
    return wording.hasWords() ? wording.print() : Wording.hash(FOLD.normalize(text).strip());
  }

  /** Letters that fold into several, or together with their neighbours, need the whole text. */
  private static Wording folded(String text) {
    var wording = new Wording();
    wording.addFolded(FOLD.normalize(text));
    return wording;
  }
}
