package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_JSON;
import static io.tocsin.wire.Unreadable.Reason.INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordTest {
  private static final String LEAST =
      "{\"id\":\"n1\",\"source\":\"wire\",\"publishedAt\":0,\"headline\":\"h\"%s}";

  private final Codec<NewsEvent> news = Codecs.of(Format.JSON).news();

  @Test
  void shouldDefaultEveryAbsentField() {
    NewsEvent event = read(LEAST.formatted(""));

    assertThat(event.publishedAt()).isEqualTo(Instant.EPOCH);
    assertThat(event.status()).isEqualTo(NewsEvent.Status.USABLE);
    assertThat(event.revision()).isZero();
    assertThat(event.regions()).isEmpty();
    assertThat(event.attributes()).isEmpty();
    assertThat(event.body()).isNull();
  }

  @Test
  void shouldTakeNullForAbsent() {
    assertThat(read(LEAST.formatted(",\"entities\":null,\"body\":null,\"revision\":null")))
        .isEqualTo(read(LEAST.formatted("")));
  }

  @Test
  void shouldTakeAByteOrderMarkAndWhiteSpace() {
    assertThat(read("\uFEFF \r\n\t" + LEAST.formatted("") + "\n").id()).isEqualTo("n1");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-03-01T12:00:00.250Z\"', 2026-03-01T12:00:00.250Z",
    "'\"2026-03-01T13:00:00+01:00\"', 2026-03-01T12:00:00Z",
    "'\"2026-03-01T13:00:00+0100\"', 2026-03-01T12:00:00Z",
    "'\"2026-03-01T06:30-05:30\"', 2026-03-01T12:00:00Z",
    "'\"2026-03-01t12:00:00z\"', 2026-03-01T12:00:00Z",
    "'\"2026-03-01T12:00:00.123456789Z\"', 2026-03-01T12:00:00.123Z",
    "1772366400000, 2026-03-01T12:00:00Z",
    "-1, 1969-12-31T23:59:59.999Z"
  })
  void shouldReadATime(String written, Instant time) {
    String json = LEAST.formatted("").replace("\"publishedAt\":0", "\"publishedAt\":" + written);

    assertThat(read(json).publishedAt()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-01\"",
        "\"2026-03-01T12:00:00\"",
        "\"2026-02-30T12:00:00Z\"",
        "\"2026-03-01T12:00:60Z\"",
        "\"1772366400000\"",
        "\"\"",
        "1.5",
        "1e3",
        "true",
        "[]",
        "99999999999999999999"
      })
  void shouldRefuseATime(String written) {
    String json = LEAST.formatted("").replace("\"publishedAt\":0", "\"publishedAt\":" + written);

    assertThat(refusal(json).problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.field()).isEqualTo("publishedAt");
              assertThat(p.rule()).isEqualTo(Times.RULE);
            });
  }

  @Test
  void shouldReportEveryProblemTogether() {
    String json =
        """
        {"source": 7, "publishedAt": "yesterday", "headlin": "Plot", "entities": ["a", 1, "b|c"],
         "regions": "GB", "category": "plott", "credibility": 7, "revision": 1.5,
         "attributes": {"a": 1}, "status": "GONE", "language": {}}
        """;

    var refusal = refusal(json);

    assertThat(refusal.reason()).isEqualTo(INVALID);
    assertThat(refusal.problems())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "id must not be blank",
            "source must be a string, got '7'",
            "publishedAt must be ISO 8601 with an offset or Z, or epoch milliseconds, got"
                + " 'yesterday'",
            "headline must not be blank",
            "headlin is not a field of a news event; did you mean headline?, got 'Plot'",
            "entities[1] must be a string, got '1'",
            "entities[2] must not contain | or control characters, got 'b|c'",
            "regions must be a list of strings, got 'GB'",
            "category must be one of ATTACK, ATTEMPT, PLOT, THREAT, WARNING, LINK, ARREST, RAID,"
                + " WEAPONS_FIND, PROPAGANDA, OTHER, COURT, EXERCISE, BACKGROUND, HOAX, DENIAL;"
                + " did you mean PLOT?, got 'plott'",
            "credibility must be a whole number in 1..6, got '7'",
            "revision must be a whole number of at most 32 bits, got '1.5'",
            "attributes.a must be a string, got '1'",
            "status must be one of USABLE, RETRACTED, got 'GONE'",
            "language must be a string, got '{}'");
  }

  @Test
  void shouldNotCallALevelMissing_whenTheStepGivenInsteadIsOfTheWrongType() {
    String json =
        """
        {"id": "s1", "authority": "gb-jtac", "issuedAt": 0, "action": "SET_LEVEL",
         "nationalLevel": 4}
        """;

    var refusal =
        catchThrowableOfType(
            Unreadable.class, () -> Codecs.of(Format.JSON).statements().decode(bytes(json)));

    assertThat(refusal).hasMessage("nationalLevel must be a string, got '4'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}}",
        "{} {}",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"attributes\":{\"a\":\"1\",\"a\":\"2\"}}",
        "{'id':'a'}",
        "{\"id\":\"a\",}",
        "{\"id\":NaN}",
        "{\"id\":+1}",
        "{\"id\":01}",
        "{\"id\":\"a\nb\"}",
        "{\"id\":\"\\x41\"}",
        "{/* c */}",
        "{\"id\":TRUE}"
      })
  void shouldRefuse_whatIsNotOneJsonObject(String json) {
    assertThat(refusal(json).reason()).isEqualTo(BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "null", "42", " ", "hello"})
  void shouldSayWhatAValueBeginsWith_whenItIsNoObject(String json) {
    assertThat(refusal(json).reason()).isEqualTo(Unreadable.Reason.UNKNOWN_FORMAT);
  }

  @Test
  void shouldRefuseAnythingDeep() {
    String deep = "{\"a\":".repeat(100_000);

    assertThat(refusal(deep).reason()).isEqualTo(BAD_JSON);
  }

  @Test
  void shouldRefuseAnEndlessNumber() {
    String json = LEAST.formatted(",\"revision\":" + "9".repeat(100_000));

    assertThat(refusal(json).reason()).isEqualTo(BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "1e400", "-2147483649", "\"1\"", "true"})
  void shouldRefuseARevision_thatIsNo32BitInteger(String number) {
    assertThat(refusal(LEAST.formatted(",\"revision\":" + number)))
        .hasMessageContaining("revision must be a whole number of at most 32 bits");
  }

  @Test
  void shouldStopCounting_whenEverythingIsWrong() {
    var json = new StringBuilder("{\"entities\":[" + "1,".repeat(200_000) + "1]");
    for (int i = 0; i < 200_000; i++) {
      json.append(",\"headlin").append(i).append("\":1");
    }

    var refusal = refusal(json.append('}').toString());

    assertThat(refusal.problems()).hasSizeBetween(100, 110);
    assertThat(refusal.getMessage()).hasSizeLessThan(20_000);
  }

  @Test
  void shouldRefuseHalfASurrogatePair() {
    String escaped = LEAST.replace("\"h\"", "\"\\ud83d!\"").formatted("");

    assertThat(refusal(escaped))
        .hasMessage("headline must not contain half a surrogate pair, got '\uFFFD!'");
    assertThat(read(LEAST.replace("\"h\"", "\"\\ud83d\\udea8\"").formatted("")).headline())
        .isEqualTo("\uD83D\uDEA8");
  }

  @Test
  void shouldRefuse_whatIsNotUtf8() {
    byte[] json = bytes(LEAST.formatted(""));
    json[json.length - 3] = (byte) 0xE9;

    var refusal = catchThrowableOfType(Unreadable.class, () -> news.decode(json));

    assertThat(refusal.reason()).isEqualTo(BAD_JSON);
    assertThat(refusal).hasMessage("is not UTF-8");
  }

  @Test
  void shouldWriteTheFieldsOfTheInterface_inItsOrder() {
    byte[] json = Codecs.of(Format.JSON).statements().encode(Examples.statement("s1"));

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"s1\",\"authority\":\"gb-jtac\",\"issuedAt\":\"2026-03-01T12:00:00.250Z\","
                + "\"action\":\"SET_LEVEL\",\"nationalLevel\":\"SEVERE\",\"entities\":[],"
                + "\"regions\":[],\"categories\":[],\"references\":[],"
                + "\"text\":\"An attack is highly likely.\",\"revision\":0,\"status\":\"ISSUED\","
                + "\"attributes\":{}}");
  }

  @Test
  void shouldReadAGradeAndCategories() {
    assertThat(read(LEAST.formatted(",\"credibility\":2")).credibility())
        .isEqualTo(Credibility.PROBABLY_TRUE);
    OfficialStatement statement =
        Codecs.of(Format.AVRO)
            .statements()
            .decode(
                bytes(
                    """
                    {"id": "s1", "authority": "gb-jtac", "issuedAt": 0, "action": "DENY",
                     "categories": ["PLOT", "LINK"]}
                    """));
    assertThat(statement.categories()).extracting(Enum::name).containsExactly("PLOT", "LINK");
  }

  private NewsEvent read(String json) {
    return news.decode(bytes(json));
  }

  private Unreadable refusal(String json) {
    var refusal = catchThrowableOfType(Unreadable.class, () -> read(json));
    assertThat(refusal).as(json).isNotNull();
    return refusal;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
