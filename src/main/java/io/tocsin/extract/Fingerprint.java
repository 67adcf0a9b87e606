package io.tocsin.extract;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit fingerprint in which texts that share most of their wording differ in few bits: SimHash
 * (Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002) over shingles
 * of three words. A text too short to have a wording of its own is near to none but itself.
 */
public final class Fingerprint {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private Fingerprint() {}

  /** The fingerprint of a headline and, where there is one, its body. */
  public static long of(String headline, String body) {
    var wording = new Wording();
    if (wording.add(headline) && (body == null || wording.add(body)) && wording.hasWords()) {
      return wording.print();
    }
    return ofAnyText(body == null ? headline : headline + " " + body);
  }

  /**
   * The same of texts that are ASCII alone, where they lie.
   *
   * @param bodyLength negative where there is no body
   */
  public static long ofAscii(
      byte[] bytes, int headline, int headlineLength, int body, int bodyLength) {
    var wording = new Wording();
    wording.addAscii(bytes, headline, headlineLength);
    if (bodyLength > 0) {
      wording.addAscii(bytes, body, bodyLength);
    }
    return wording.hasWords()
        ? wording.print()
        : of(
            ascii(bytes, headline, headlineLength),
            bodyLength < 0 ? null : ascii(bytes, body, bodyLength));
  }

  private static String ascii(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.US_ASCII);
  }

  /** Letters that fold into several, or together with their neighbours, need the whole text. */
  private static long ofAnyText(String text) {
    String folded = FOLD.normalize(text);
    var wording = new Wording();
    wording.addFolded(folded);
    return wording.hasWords() ? wording.print() : Wording.hash(folded.strip());
  }
}
