package io.tocsin.wire.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  /** The private key of RFC 8037, appendix A.1, with a {@code kid}. */
  private static final String RFC =
      """
      {"kty":"OKP","crv":"Ed25519","kid":"rfc",
       "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
       "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

  private static final byte[] VALUE = "Example of Ed25519 signing".getBytes(UTF_8);
  private final SigningKey key = SigningKey.generate("k1");

  @Test
  void shouldHoldOverTheBytes_andOverNoOthers() {
    var seal = seal(Seal.over(VALUE, key, Map.of("tocsin_channel", "feed:x")));

    assertThat(seal.keyId()).isEqualTo("k1");
    assertThat(seal.said("tocsin_channel")).isEqualTo("feed:x");
    assertThat(seal.holds(VALUE, key.open())).isTrue();
    assertThat(seal.holds("Example of Ed25519 signinh".getBytes(UTF_8), key.open())).isFalse();
    assertThat(seal.holds(new byte[0], key.open())).isFalse();
    assertThat(seal.holds(VALUE, SigningKey.generate("k1").open())).isFalse();
  }

  @Test
  void shouldSignAsTheStandardShows() {
    // RFC 8037, appendix A.4; it names no key
    var standard =
        "eyJhbGciOiJFZERTQSJ9.."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    assertThat(seal(standard).holds(VALUE, SigningKey.parse(RFC).open())).isTrue();
  }

  @Test
  void shouldComeBackFromAFile() {
    var again = SigningKey.parse(key.json());

    assertThat(again.id()).isEqualTo("k1");
    assertThat(again.open()).isEqualTo(key.open());
    assertThat(seal(Seal.over(VALUE, again, Map.of())).holds(VALUE, key.open())).isTrue();
    assertThat(key.toString()).isEqualTo("SigningKey k1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "not json",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
        "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"a\",\"d\":\"AAAA\",\"x\":\"AAAA\"}"
      })
  void shouldRefuseAFile_thatHoldsNoKeyToSignWith(String json) {
    assertThatThrownBy(() -> SigningKey.parse(json))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("must be a JSON Web Key");
  }

  @Test
  void shouldRefuseAlgNone() {
    assertThatThrownBy(() -> seal(part("{\"alg\":\"none\",\"kid\":\"k1\"}") + ".."))
        .isInstanceOf(InvalidRecord.class);
  }

  @Test
  void shouldRefuseAlgConfusion_thePublicKeyTakenForASecret() throws Exception {
    var head = part("{\"alg\":\"HS256\",\"kid\":\"k1\"}");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.open().getEncoded(), "HmacSHA256"));
    var input = head + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(VALUE);
    var forged =
        Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(input.getBytes(UTF_8)));

    assertThatThrownBy(() -> seal(head + ".." + forged))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("must be by EdDSA");
  }

  @Test
  void shouldNotTakeTheKeyThatASignatureBringsAlong() {
    var thief = SigningKey.generate("k1");
    var forged = Seal.over(VALUE, thief, Map.of("jku", "http://127.0.0.1:1/keys"));

    assertThat(seal(forged).holds(VALUE, key.open())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b.c",
        "..",
        ".",
        "x",
        "e30..AAAA",
        "!!!..AAAA",
        "eyJhbGciOiJFZERTQSIsImNyaXQiOlsiZXhwIl0sImV4cCI6MX0..AAAA",
        "eyJhbGciOiJFZERTQSIsImFsZyI6Im5vbmUifQ..AAAA"
      })
  void shouldRefuseWhatIsNoSignature(String text) {
    assertThatThrownBy(() -> seal(text)).isInstanceOf(InvalidRecord.class);
  }

  @Test
  void shouldRefuseAHeaderWithoutEnd() {
    assertThatThrownBy(() -> seal("a".repeat(10_000)))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("at most 8192 bytes");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static Seal seal(String text) {
    Headers headers = new RecordHeaders();
    headers.add(Seal.SIGNATURE, text.getBytes(UTF_8));
    return Seal.in(headers, Seal.SIGNATURE).orElseThrow();
  }
}
