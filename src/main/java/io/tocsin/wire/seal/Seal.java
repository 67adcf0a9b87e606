package io.tocsin.wire.seal;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A detached signature over a record's value: a JSON Web Signature in compact form without its
 * payload (RFC 7515, appendix F), by EdDSA with Ed25519 (RFC 8037) and no other algorithm. It is
 * over the bytes as they lie in the topic, so whatever they are encoded in.
 */
public final class Seal {
  /** Header with the signature of the authority itself. */
  public static final String SIGNATURE = "tocsin_signature";

  /** Header with the voucher of the place where the record came in. */
  public static final String VOUCHER = "tocsin_voucher";

  /** Of a voucher: the channel that the record came by. */
  public static final String CHANNEL = "tocsin_channel";

  /** Of a voucher: the authority that the channel may speak for. */
  public static final String AUTHORITY = "tocsin_authority";

  private static final int LONGEST = 8_192;
  private static final AlgorithmConstraints ED25519_ALONE =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

  private final String header;
  private final String mark;
  private final org.jose4j.jwx.Headers headers;

  private Seal(String header, String mark) throws JoseException {
    this.header = header;
    this.mark = mark;
    this.headers = signature(header, "", mark).getHeaders();
  }

  /**
   * Signs bytes.
   *
   * @param said more for the protected header
   */
  public static String over(byte[] value, SigningKey key, Map<String, String> said) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    signature.setKeyIdHeaderValue(key.id());
    said.forEach(signature::setHeader);
    signature.setKey(key.secret());
    signature.setPayloadBytes(value);
    try {
      return signature.getDetachedContentCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a record cannot be signed", e);
    }
  }

  /**
   * The seal in a header; empty where there is no such header.
   *
   * @throws InvalidRecord where it is none, or by another algorithm
   */
  public static Optional<Seal> in(Headers headers, String name) {
    var header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      return Optional.empty();
    }
    if (header.value().length > LONGEST) {
      throw wrong(name, "must have at most " + LONGEST + " bytes");
    }
    return Optional.of(parse(name, new String(header.value(), StandardCharsets.UTF_8)));
  }

  /** The {@code kid} that it names, or {@code null}. */
  public String keyId() {
    return said("kid");
  }

  /** What its protected header says under a name, or {@code null}. */
  public String said(String name) {
    return headers.getObjectHeaderValue(name) instanceof String text ? text : null;
  }

  private boolean says(String name) {
    return headers.getObjectHeaderValue(name) != null;
  }

  /** Whether it is over these bytes and by this key. */
  public boolean holds(byte[] value, PublicKey key) {
    try {
      var whole = signature(header, Base64Url.encode(value), mark);
      whole.setKey(key);
      return whole.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  private static Seal parse(String name, String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 3 || !parts[1].isEmpty()) {
      throw wrong(name, "must be a JSON Web Signature in compact form without payload");
    }
    try {
      var seal = new Seal(parts[0], parts[2]);
      if (!AlgorithmIdentifiers.EDDSA.equals(seal.said("alg"))) {
        throw wrong(name, "must be by EdDSA, not by " + seal.said("alg"));
      }
      if (seal.says("crit") || seal.says("b64")) {
        throw wrong(name, "must do without critical headers");
      }
      return seal;
    } catch (JoseException e) {
      throw wrong(name, "must be a JSON Web Signature: " + e.getMessage());
    }
  }

  private static JsonWebSignature signature(String header, String payload, String mark)
      throws JoseException {
    var signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(ED25519_ALONE);
    signature.setCompactSerialization(header + "." + payload + "." + mark);
    return signature;
  }

  private static InvalidRecord wrong(String name, String rule) {
    return new InvalidRecord(new Problem(name, "", rule));
  }
}
