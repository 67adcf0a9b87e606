package io.tocsin.reference;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A public key by which statements are known, and when it may be used.
 *
 * <p>As text {@code kid:key[:notBefore[:notAfter]]}. The key is base64url (RFC 4648) of the 32
 * bytes of an Ed25519 key (RFC 8032), or of a SubjectPublicKeyInfo (RFC 5280) of Ed25519, RSA of
 * 2,048 bits or more, or an elliptic curve of 256 bits or more. A time is a day or an instant in
 * UTC; a day counts from its beginning to its end.
 *
 * @param id what signatures name it by
 * @param notBefore optional: the first moment it is good for
 * @param notAfter optional: the first moment it is no longer good for
 */
public record VerificationKey(String id, PublicKey key, Instant notBefore, Instant notAfter) {
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?Z)?";
  private static final Pattern TEXT =
      Pattern.compile(
          "([A-Za-z0-9._-]{1,100}):([A-Za-z0-9_-]+=*)(?::(" + TIME + ")?(?::(" + TIME + "))?)?");
  private static final String RULE =
      "must be kid:key[:notBefore[:notAfter]], the key Ed25519, RSA of 2048 bits or an elliptic"
          + " curve of 256 bits or more, in base64url";
  private static final int LENGTH = 32;

  /** What comes before the 32 bytes in the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * @throws InvalidRecord where the text is no key
   */
  public static VerificationKey parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw wrong(text);
    }
    try {
      var key = key(Base64.getUrlDecoder().decode(parts.group(2)));
      var from = parts.group(3) == null ? null : time(parts.group(3), 0);
      var to = parts.group(4) == null ? null : time(parts.group(4), 1);
      if (key == null || from != null && to != null && !from.isBefore(to)) {
        throw wrong(text);
      }
      return new VerificationKey(parts.group(1), key, from, to);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(text);
    }
  }

  /** Whether it may be used for what is of this moment. */
  public boolean isGood(Instant at) {
    return (notBefore == null || !at.isBefore(notBefore))
        && (notAfter == null || at.isBefore(notAfter));
  }

  /** As {@link #parse} takes it, without times. */
  public static String text(String id, PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] shortest =
        isRaw(encoded) ? Arrays.copyOfRange(encoded, ED25519.length, encoded.length) : encoded;
    return id + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(shortest);
  }

  private static boolean isRaw(byte[] encoded) {
    return encoded.length == ED25519.length + LENGTH
        && Arrays.equals(encoded, 0, ED25519.length, ED25519, 0, ED25519.length);
  }

  /** The key; {@code null} where it is none that is strong enough. */
  private static PublicKey key(byte[] bytes) {
    byte[] encoded = bytes;
    if (bytes.length == LENGTH) {
      encoded = Arrays.copyOf(ED25519, ED25519.length + LENGTH);
      System.arraycopy(bytes, 0, encoded, ED25519.length, LENGTH);
    }
    for (var algorithm : List.of("Ed25519", "RSA", "EC")) {
      try {
        var key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        return isStrong(key) ? key : null;
      } catch (GeneralSecurityException e) {
        // of another algorithm, perhaps
      }
    }
    return null;
  }

  private static boolean isStrong(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= 2048;
    }
    return !(key instanceof ECPublicKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() >= 256;
  }

  private static Instant time(String text, int moreDays) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text).plusDays(moreDays).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static InvalidRecord wrong(String text) {
    return new InvalidRecord(Problem.of("key", text, RULE));
  }
}
