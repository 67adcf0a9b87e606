package io.tocsin.ingest.format;

import io.tocsin.model.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of records whose documents name them in their own way. */
public final class Identity {
  private static final int SHOWN_BYTES = 16;
  private static final int LONGEST_PLAIN = 120;

  private Identity() {}

  /**
   * An id that is the same whenever the same publisher sends the same item: {@code
   * bbc-news:urn:x:1}, and where that would be too long or not an id, the first 128 bits of its
   * SHA-256 in hex.
   *
   * @param speaker id of the source or authority
   * @param item what the publisher calls the item: a guid, an address, an identifier
   */
  public static String of(String speaker, String item) {
    String plain = speaker + ":" + item;
    return plain.length() <= LONGEST_PLAIN && Ids.isId(plain) ? plain : speaker + ":" + hash(item);
  }

  private static String hash(String item) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(item.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
