package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {
  /** The public key of RFC 8037, appendix A.2. */
  private static final String RFC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  @Test
  void shouldReadTheKeyOfTheStandard() {
    var key = VerificationKey.parse("a-1:" + RFC);

    assertThat(key.id()).isEqualTo("a-1");
    assertThat(key.key().getAlgorithm()).isEqualTo("EdDSA");
    assertThat(VerificationKey.text("a-1", key.key())).isEqualTo("a-1:" + RFC);
    assertThat(key.isGood(Instant.MIN)).isTrue();
    assertThat(key.isGood(Instant.MAX)).isTrue();
  }

  @Test
  void shouldBeGoodFromTheFirstDaysBeginningToTheLastDaysEnd() {
    var key = VerificationKey.parse("a:" + RFC + ":2026-01-01:2026-12-31");

    assertThat(key.isGood(Instant.parse("2025-12-31T23:59:59.999Z"))).isFalse();
    assertThat(key.isGood(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
    assertThat(key.isGood(Instant.parse("2026-12-31T23:59:59.999Z"))).isTrue();
    assertThat(key.isGood(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
  }

  @Test
  void shouldEndAtTheInstant_whenOneIsGiven() {
    var key = VerificationKey.parse("a:" + RFC + "::2026-03-01T12:00:00Z");

    assertThat(key.notBefore()).isNull();
    assertThat(key.isGood(Instant.parse("2026-03-01T11:59:59.999Z"))).isTrue();
    assertThat(key.isGood(Instant.parse("2026-03-01T12:00:00Z"))).isFalse();
  }

  @Test
  void shouldReadKeysOfOtherKinds_whenTheyAreStrongEnough() throws GeneralSecurityException {
    var rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    var ec = KeyPairGenerator.getInstance("EC");
    ec.initialize(new ECGenParameterSpec("secp256r1"));
    var weak = KeyPairGenerator.getInstance("RSA");
    weak.initialize(1024);

    for (var generator : new KeyPairGenerator[] {rsa, ec}) {
      var key = generator.generateKeyPair().getPublic();
      assertThat(VerificationKey.parse("a:" + encoded(key)).key()).isEqualTo(key);
    }
    var short1024 = encoded(weak.generateKeyPair().getPublic());
    assertThatThrownBy(() -> VerificationKey.parse("a:" + short1024))
        .isInstanceOf(InvalidRecord.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a:",
        ":" + RFC,
        "a:AAAA",
        "a b:" + RFC,
        "a:" + RFC + ":soon",
        "a:" + RFC + ":2026-02-30",
        "a:" + RFC + ":2026-02-01:2026-01-01",
        "a:" + RFC + ":2026-01-01:2026-02-01:2026-03-01",
        "a:" + RFC + "A"
      })
  void shouldBeRefused_whenItIsNoKey(String text) {
    assertThatThrownBy(() -> VerificationKey.parse(text))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("must be kid:key[:notBefore[:notAfter]]");
  }

  private static String encoded(PublicKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
  }
}
