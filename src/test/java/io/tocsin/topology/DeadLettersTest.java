package io.tocsin.topology;

import static io.tocsin.topology.Records.news;
import static io.tocsin.topology.Records.tick;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input goes to the dead letters as it came, with its reason; all else goes on; the books
 * balance.
 */
class DeadLettersTest {
  private static final Instant T = Bench.NOW;

  @TempDir Path folder;

  @Test
  void shouldReturnItUnchanged_whenAValueCannotBeRead() {
    try (var bench = Bench.open(folder)) {
      byte[] garbage = {7, 7, 7};
      bench.publishNews(garbage);
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));

      var returned = bench.deadLetters();
      assertThat(returned).hasSize(1);
      assertThat(returned.get(0).value()).isEqualTo(garbage);
      assertThat(returned.get(0).letter().reason()).isEqualTo("UNKNOWN_FORMAT");
      assertThat(returned.get(0).letter().topic()).isEqualTo("tocsin.news");
      assertThat(bench.alerts()).isNotEmpty();
      assertThatBooksBalance(bench);
    }
  }

  @Test
  void shouldNameEveryBrokenRule_whenAJsonRecordIsNotValid() {
    try (var bench = Bench.open(folder)) {
      bench.publishStatement(
          "{\"id\":\"s1\",\"issuedAt\":\"2026-03-01T00:00:00Z\"}".getBytes(UTF_8));

      var letter = bench.deadLetters().get(0).letter();
      assertThat(letter.reason()).isEqualTo("INVALID");
      assertThat(letter.why()).contains("authority").contains("action");
      assertThatBooksBalance(bench);
    }
  }

  @Test
  void shouldSayWhatIsUnknown_whenARecordNamesARegionThatIsNot() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "XX"));

      var letter = bench.deadLetters().get(0).letter();
      assertThat(letter.reason()).isEqualTo("NOT_ADMITTED");
      assertThat(letter.why()).contains("regions[0]").contains("'XX'");
      assertThatBooksBalance(bench);
    }
  }

  @Test
  void shouldReturnItAsItCame_whenAReportIsTooLate() {
    try (var bench = Bench.open(folder)) {
      bench.publish(tick(T));
      bench.publish(news("n1", "wire-a", T.minus(Duration.ofDays(7)), Category.ATTACK, "GB-BIR"));
      assertThat(bench.deadLetters()).isEmpty();

      bench.publish(
          news("n2", "wire-a", T.minus(Duration.ofDays(7)).minusMillis(1), Category.ATTACK, "GB"));

      var returned = bench.deadLetters().get(0);
      assertThat(returned.letter().reason()).isEqualTo("LATE");
      assertThat(returned.key()).isEqualTo("n2".getBytes(UTF_8));
      assertThat(returned.letter().why()).contains("maxLateness");
      assertThatBooksBalance(bench);
    }
  }

  @Test
  void shouldNotBeTakenThere_whenARecordComesFromTheFuture() {
    try (var bench = Bench.open(folder, Settings.ClockKind.WALL)) {
      bench.publish(news("n1", "wire-a", T.plus(Duration.ofDays(30_000)), Category.ATTACK, "GB"));
      bench.publish(news("n2", "wire-a", T, Category.ATTACK, "GB-BIR"));

      var letters = bench.deadLetters();
      assertThat(letters).hasSize(1);
      assertThat(letters.get(0).letter().reason()).isEqualTo("FUTURE");
      assertThat(bench.alerts()).isNotEmpty();
      assertThatBooksBalance(bench);
    }
  }

  @Test
  void shouldCountIt_whenAReportNamesNoRegion() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, null));

      assertThat(bench.counted(Tally.Entry.UNLOCATED)).isEqualTo(1);
      assertThat(bench.levels()).isEmpty();
      assertThatBooksBalance(bench);
    }
  }

  private static void assertThatBooksBalance(Bench bench) {
    int left =
        bench.counted(Tally.Entry.ASSESSED)
            + bench.counted(Tally.Entry.DUPLICATE)
            + bench.counted(Tally.Entry.SUPERSEDED)
            + bench.counted(Tally.Entry.RECORDED)
            + bench.counted(Tally.Entry.UNLOCATED)
            + bench.counted(Tally.Entry.POLICY)
            + bench.counted(Tally.Entry.DEAD_LETTERED);
    assertThat(bench.counted(Tally.Entry.READ)).isPositive().isEqualTo(left);
  }
}
