package io.tocsin.wire.seal;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * An Ed25519 key pair to sign with. In files it is a JSON Web Key (RFC 7517, RFC 8037).
 *
 * @param id what signatures name it by, {@code kid}
 */
public record SigningKey(String id, PrivateKey secret, PublicKey open) {
  private static final String CURVE = "Ed25519";

  /** A new pair. */
  public static SigningKey generate(String id) {
    try {
      var pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
      return new SigningKey(id, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + CURVE, e);
    }
  }

  /**
   * Reads a JSON Web Key.
   *
   * @throws InvalidRecord where it is not the private key of an Ed25519 pair, with a {@code kid}
   */
  public static SigningKey parse(String json) {
    try {
      Map<String, Object> members = JsonUtil.parseJson(json);
      if (JsonWebKey.Factory.newJwk(members) instanceof OctetKeyPairJsonWebKey pair
          && CURVE.equals(pair.getPublicKey() == null ? null : members.get("crv"))
          && pair.getPrivateKey() != null
          && pair.getKeyId() != null) {
        return new SigningKey(pair.getKeyId(), pair.getPrivateKey(), (PublicKey) pair.getKey());
      }
    } catch (JoseException e) {
      // said below; what is in the file is not to be shown
    }
    throw new InvalidRecord(
        new Problem("key", "", "must be a JSON Web Key: OKP, Ed25519, with kid, x and d"));
  }

  /** As a JSON Web Key, the secret included. */
  public String json() {
    try {
      var jwk = JsonWebKey.Factory.newJwk(open);
      ((OctetKeyPairJsonWebKey) jwk).setPrivateKey(secret);
      jwk.setKeyId(id);
      return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("the key cannot be written", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SigningKey " + id;
  }
}
