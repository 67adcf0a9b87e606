package io.tocsin.topology;

import static io.tocsin.topology.Records.declare;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.client.Signing;
import io.tocsin.ingest.Channel;
import io.tocsin.ingest.Voucher;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.reference.VerificationKey;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.seal.Seal;
import io.tocsin.wire.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may speak, by the topic of statements. */
class EntitlementTest {
  private static final Instant AT = Bench.NOW;
  private static final SigningKey OLD = SigningKey.generate("gb-2025");
  private static final SigningKey NEW = SigningKey.generate("gb-2026");
  private static final SigningKey FRENCH = SigningKey.generate("fr-2026");
  private static final SigningKey INGRESS = SigningKey.generate("ingress");
  private static final String WHOLE = "";

  @TempDir Path folder;
  private Entitlement entitlement;

  @BeforeEach
  void publishKeys() throws IOException {
    entitlement = with(entry(OLD, ":2025-01-01:2026-03-31") + "|" + entry(NEW, ":2026-01-01"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"AVRO", "JSON"})
  void shouldCount_whenItsAuthoritySignedIt(Format format) {
    byte[] value = Codecs.of(format).statements().encode(statement());

    assertThat(entitlement.refusal(statement(), value, signed(value, NEW), AT)).isEmpty();
  }

  @Test
  void shouldNotCount_whenNobodySignedIt() {
    assertThat(why(new RecordHeaders()))
        .isEqualTo(
            "not entitled to speak for gb: there is neither a tocsin_signature nor a"
                + " tocsin_voucher");
  }

  @Test
  void shouldCountUnsigned_whenTheTopicIsOpen() {
    var headers = new RecordHeaders();

    assertThat(Entitlement.OPEN.refusal(statement(), value(), headers, AT)).isEmpty();
  }

  @Test
  void shouldLeaveAnAuthorityThatNobodyKnowsToAdmission() {
    var unknown = declare("s", "nobody", AT, Level.SEVERE);

    assertThat(entitlement.refusal(unknown, value(), new RecordHeaders(), AT)).isEmpty();
  }

  @Test
  void shouldTakeBothKeys_whileOneTakesTheOthersPlace() {
    var headers = signed(value(), OLD);

    assertThat(at(headers, "2026-03-31T23:59:59Z")).isEqualTo(WHOLE);
    assertThat(at(headers, "2026-04-01T00:00:00Z"))
        .contains("the key 'gb-2025' of gb is not good at 2026-04-01T00:00:00Z");
    assertThat(at(signed(value(), NEW), "2026-03-31T23:59:59Z")).isEqualTo(WHOLE);
    assertThat(at(signed(value(), NEW), "2026-04-01T00:00:00Z")).isEqualTo(WHOLE);
    assertThat(at(signed(value(), NEW), "2025-12-31T23:59:59Z")).contains("is not good at");
  }

  @Test
  void shouldNotCount_whenTheKeyWasTakenAway() throws IOException {
    entitlement = with(entry(NEW, ""));

    assertThat(why(signed(value(), OLD)))
        .contains("tocsin_signature names the key 'gb-2025', which is none of gb (gb-2026)");
  }

  @Test
  void shouldNotCount_whenAnotherAuthoritySignedIt() {
    assertThat(why(signed(value(), FRENCH))).contains("names the key 'fr-2026'");
    // nor under a name that is not its own
    var disguised = new SigningKey("gb-2026", FRENCH.secret(), FRENCH.open());
    assertThat(why(signed(value(), disguised))).contains("does not hold over the record's bytes");
  }

  @Test
  void shouldNotCount_whenTheBytesWereAltered() {
    byte[] other = Codecs.of(Format.JSON).statements().encode(declare("s", "gb", AT, Level.LOW));

    assertThat(entitlement.refusal(statement(), other, signed(value(), NEW), AT))
        .hasValueSatisfying(why -> assertThat(why).contains("does not hold"));
  }

  @Test
  void shouldSayWhatIsWrong_whenTheSignatureIsNone() {
    var headers = new RecordHeaders();
    headers.add(Seal.SIGNATURE, "eyJhbGciOiJub25lIn0..".getBytes(UTF_8));

    assertThat(why(headers)).contains("tocsin_signature must be");
  }

  @Test
  void shouldCount_whenAnIngressVouchesForIt() {
    assertThat(why(vouched("gb", INGRESS))).isEqualTo(WHOLE);
    assertThat(why(vouched(Channel.ANY, INGRESS))).isEqualTo(WHOLE);
  }

  @Test
  void shouldNotVouch_whenTheChannelDoesNotSpeakForTheAuthority() {
    assertThat(vouched("fr", INGRESS).lastHeader(Seal.VOUCHER)).isNull();
  }

  @Test
  void shouldNotCount_whenAVoucherIsOfAnotherStatement() {
    byte[] other = Codecs.of(Format.JSON).statements().encode(declare("t", "gb", AT, Level.LOW));

    assertThat(entitlement.refusal(statement(), other, vouched("gb", INGRESS), AT))
        .hasValueSatisfying(why -> assertThat(why).contains("tocsin_voucher does not hold"));
  }

  @Test
  void shouldNotCount_whenNobodyKnowsWhoVouches() {
    assertThat(why(vouched("gb", NEW)))
        .contains("tocsin_voucher names the key 'gb-2026', which is none of an ingress (ingress)");
  }

  @Test
  void shouldNotCount_whenAnIngressSignsInAnAuthoritysPlace() {
    assertThat(why(signed(value(), INGRESS))).contains("names the key 'ingress'");
  }

  @Test
  void shouldNotCount_whenAVoucherNamesAnotherAuthority() {
    var headers = new RecordHeaders();
    var said = Map.of(Seal.CHANNEL, "x", Seal.AUTHORITY, "fr");
    headers.add(Seal.VOUCHER, Seal.over(value(), INGRESS, said).getBytes(UTF_8));

    assertThat(why(headers)).contains("tocsin_voucher is for fr");
  }

  @Test
  void shouldGoToTheDeadLetters_andBeCounted_andChangeNothing() {
    try (var bench = Bench.entitled(folder, entitlement)) {
      bench.publish(statement(), new RecordHeaders());

      var letter = bench.deadLetters().get(0).letter();
      assertThat(letter.reason()).isEqualTo("NOT_ENTITLED");
      assertThat(letter.why()).contains("not entitled to speak for gb");
      assertThat(bench.counted(Tally.Entry.DEAD_LETTERED)).isEqualTo(1);
      assertThat(bench.alerts()).isEmpty();

      byte[] avro = Codecs.of(Format.AVRO).statements().encode(statement());
      bench.publish(statement(), signed(avro, NEW));
      assertThat(bench.alerts()).isNotEmpty();
      assertThat(bench.deadLetters()).isEmpty();
    }
  }

  private Entitlement with(String keys) throws IOException {
    new SmallWorld().writeTo(folder);
    Files.write(
        folder.resolve("authorities.csv"),
        List.of(
            "id,name,jurisdiction,scale,keys",
            "gb,Office,GB,small-5," + keys,
            "fr,Bureau,FR,small-5," + entry(FRENCH, "")));
    var ingress = List.of(VerificationKey.parse(entry(INGRESS, "")));
    return Entitlement.signed(Reference.load(folder).authorities(), ingress);
  }

  private static String entry(SigningKey key, String times) {
    return VerificationKey.text(key.id(), key.open()) + times;
  }

  private static OfficialStatement statement() {
    return declare("s", "gb", AT, Level.SEVERE, "GB");
  }

  private static byte[] value() {
    return Codecs.of(Format.JSON).statements().encode(statement());
  }

  private static Headers signed(byte[] value, SigningKey key) {
    var headers = new RecordHeaders();
    new Signing(key).on(headers, statement(), value);
    return headers;
  }

  private static Headers vouched(String authority, SigningKey key) {
    var headers = new RecordHeaders();
    var channel = new Channel("token:desk", Set.of(authority));
    new Voucher(key, channel).on(headers, statement(), value());
    return headers;
  }

  private String why(Headers headers) {
    return entitlement.refusal(statement(), value(), headers, AT).orElse(WHOLE);
  }

  private String at(Headers headers, String time) {
    return entitlement.refusal(statement(), value(), headers, Instant.parse(time)).orElse(WHOLE);
  }
}
