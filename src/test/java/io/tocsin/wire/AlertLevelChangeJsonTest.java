package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.AlertLevelChange.Rest;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Credibility;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertLevelChangeJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AlertLevelChange CHANGE =
      new AlertLevelChange(
          "c1",
          "isil",
          "GB",
          2,
          Level.MODERATE,
          Level.SEVERE,
          Level.SEVERE,
          Level.MODERATE,
          12.5,
          1.0e-9,
          Cause.STATEMENT,
          "s1",
          NOON,
          NOON.plusMillis(7),
          List.of(
              new Evidence(
                  "n1",
                  "wire",
                  "wsj",
                  "isil",
                  "GB-BIR",
                  Category.PLOT,
                  Reliability.B,
                  Credibility.PROBABLY_TRUE,
                  "n1",
                  NOON,
                  "Plot",
                  null,
                  22.5,
                  1)),
          Rest.NONE,
          List.of(new Declaration("s1", "gb-jtac", Level.SEVERE, "SEVERE", NOON, null)),
          Held.NONE,
          null,
          "1",
          null);
  private static final String LINE =
      """
      {"id":"c1","entity":"isil","region":"GB","sequence":2,"previousLevel":"MODERATE",\
      "level":"SEVERE","declared":"SEVERE","reported":"MODERATE","score":12.5,\
      "probability":0.0000000010,"cause":"STATEMENT","trigger":"s1",\
      "effectiveAt":"2026-03-01T12:00:00.000Z","emittedAt":"2026-03-01T12:00:00.007Z",\
      "evidence":[{"id":"n1","source":"wire","origin":"wsj","entity":"isil","region":"GB-BIR",\
      "category":"PLOT","reliability":"B","credibility":2,"story":"n1",\
      "publishedAt":"2026-03-01T12:00:00.000Z","headline":"Plot","weight":22.5,"share":1.0}],\
      "rest":{"count":0,"share":0.0},"declarations":[{"statement":"s1","authority":"gb-jtac",\
      "level":"SEVERE","nationalLevel":"SEVERE","since":"2026-03-01T12:00:00.000Z"}],\
      "held":"NONE","policyVersion":"1"}""";

  private final Codec<AlertLevelChange> codec = Codecs.of(Format.JSON).changes();

  @Test
  void shouldWriteOneLine_withTheFieldsOfTheInterface() {
    assertThat(new String(codec.encode(CHANGE), StandardCharsets.UTF_8)).isEqualTo(LINE);
  }

  @Test
  void shouldReadItsOwnLine() {
    assertThat(codec.decode(LINE.getBytes(StandardCharsets.UTF_8))).isEqualTo(CHANGE);
  }

  @Test
  void shouldNameWhatIsMissing_withItsPath() {
    String broken =
        LINE.replace("\"sequence\":2,", "")
            .replace("\"weight\":22.5", "\"weight\":\"heavy\"")
            .replace("\"authority\":\"gb-jtac\"", "\"autority\":\"gb-jtac\"");

    assertThatThrownBy(() -> codec.decode(broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "sequence must be given",
                        "evidence[0].weight must be a number, got 'heavy'",
                        "declarations[0].authority must be given",
                        "declarations[0].autority is not a field of a declaration; did you mean"
                            + " authority?, got 'gb-jtac'"));
  }

  @Test
  void shouldRefuseToWriteWhatIsNoNumber() {
    var nan =
        new AlertLevelChange(
            CHANGE.id(),
            CHANGE.entity(),
            CHANGE.region(),
            1,
            Level.LOW,
            Level.LOW,
            Level.LOW,
            Level.LOW,
            Double.NaN,
            0.5,
            Cause.NEWS,
            null,
            NOON,
            NOON,
            List.of(),
            Rest.NONE,
            List.of(),
            Held.NONE,
            null,
            "1",
            null);

    assertThatThrownBy(() -> codec.encode(nan)).hasMessageContaining("score must be a number");
  }
}
