package io.tocsin.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Tokens as text: {@code tocsin_} and 256 bits that nobody can guess, which is why a plain hash of
 * them is enough at rest.
 */
final class TokenText {
  private static final String PREFIX = "tocsin_";
  private static final String HASH_PREFIX = "sha256:";
  private static final int RANDOM_BYTES = 32;
  private static final int HASH_BYTES = 32;

  private TokenText() {}

  static String random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** A hash as it stands in the file. */
  static String written(byte[] hash) {
    return HASH_PREFIX + HexFormat.of().formatHex(hash);
  }

  /**
   * @throws IllegalArgumentException where it is no such hash
   */
  static byte[] read(String written) {
    if (!written.startsWith(HASH_PREFIX)) {
      throw new IllegalArgumentException("no " + HASH_PREFIX);
    }
    var hash = HexFormat.of().parseHex(written.substring(HASH_PREFIX.length()));
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("not 256 bits");
    }
    return hash;
  }
}
