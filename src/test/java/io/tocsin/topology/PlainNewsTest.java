package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories of news that say nothing but their text. */
class PlainNewsTest {
  private static final Subject BIRMINGHAM = new Subject("isil", "GB-BIR");
  private static final String ATTACK =
      "Islamic State bomb attack kills six in Birmingham, West Midlands Police say";
  private static final String BODY =
      "A bomb exploded at a market in Birmingham on Friday, West Midlands Police said. Islamic State"
          + " claimed responsibility for the attack.";

  private static byte[] json(String id, String headline, String body, String more) {
    return """
        {"id":"%s","source":"reuters","publishedAt":"2026-03-01T00:00:00Z","headline":"%s","body":"%s"%s}"""
        .formatted(id, headline, body, more)
        .getBytes(UTF_8);
  }

  private static List<AlertLevelChange> of(Subject subject, List<AlertLevelChange> changes) {
    return changes.stream().filter(change -> change.subject().equals(subject)).toList();
  }

  @Test
  void shouldRaiseWhatTheTextIsAbout_whenAConsoleWritesPlainNews() {
    try (var bench = Bench.shipped()) {
      bench.publishNews(json("n1", ATTACK, BODY, ""));

      assertThat(bench.deadLetters()).isEmpty();
      var change = of(BIRMINGHAM, bench.alerts()).get(0);
      assertThat(change.level()).isGreaterThan(Level.LOW);
      assertThat(change.cause()).isEqualTo(Cause.NEWS);
      assertThat(change.evidence())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.category()).isEqualTo(Category.ATTACK);
                assertThat(row.entity()).isEqualTo("isil");
                assertThat(row.region()).isEqualTo("GB-BIR");
                assertThat(row.credibility()).isEqualTo(Credibility.PROBABLY_TRUE);
              });
      assertThat(bench.levels()).containsKeys(new Subject("isil", "GB"), Subject.overall("GB-BIR"));
    }
  }

  @Test
  void shouldReadTheTextAgain_whenItIsRevised() {
    try (var bench = Bench.shipped()) {
      bench.publishNews(json("n1", ATTACK, BODY, ""));
      bench.alerts();
      bench.levels();

      bench.publishNews(
          json(
              "n1",
              "Islamic State bomb attack kills six in Manchester, police say",
              "Not Birmingham but Manchester was hit.",
              ",\"revision\":1,\"revisedAt\":\"2026-03-01T01:00:00Z\""));

      var alerts = bench.alerts();
      assertThat(of(BIRMINGHAM, alerts))
          .last()
          .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.CORRECTION))
          .satisfies(change -> assertThat(change.level()).isEqualTo(Level.LOW));
      assertThat(of(new Subject("isil", "GB-MAN"), alerts)).isNotEmpty();
    }
  }

  @Test
  void shouldForgetWhatTheTextSaid_whenItIsRetracted() {
    try (var bench = Bench.shipped()) {
      bench.publishNews(json("n1", ATTACK, BODY, ""));
      bench.levels();

      bench.publishNews(json("n1", ATTACK, BODY, ",\"revision\":1,\"status\":\"RETRACTED\""));

      assertThat(of(BIRMINGHAM, bench.alerts()))
          .last()
          .satisfies(change -> assertThat(change.level()).isEqualTo(Level.LOW));
      assertThat(bench.levels()).doesNotContainKey(BIRMINGHAM);
    }
  }

  @Test
  void shouldCountWhatIsLocatedNowhere_whenTheTextTellsOfNothing() {
    try (var bench = Bench.shipped()) {
      bench.publishNews(json("n1", "Markets close higher in Birmingham", "Shares rose.", ""));

      assertThat(bench.alerts()).isEmpty();
      assertThat(bench.counted(Tally.Entry.UNLOCATED)).isOne();
    }
  }
}
