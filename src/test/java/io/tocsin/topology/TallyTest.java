package io.tocsin.topology;

import static io.tocsin.topology.Records.declare;
import static io.tocsin.topology.Records.news;
import static io.tocsin.topology.Records.tick;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the topology says of itself beside the books. */
class TallyTest {
  private static final Instant T = Bench.NOW;

  @TempDir Path folder;

  @Test
  void shouldSayWhyAndWhereTo_whenLevelsMove() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      assertThat(bench.books().told).contains("1 NEWS UP").doesNotContain("1 NEWS DOWN");

      bench.publish(tick(T.plus(Duration.ofDays(300))));

      assertThat(bench.books().told).contains("1 DECAY DOWN").doesNotContain("1 DECAY UP");
    }
  }

  @Test
  void shouldSayHowLongEachLegTook_whenARecordComesLateAndIsReadLate() {
    try (var bench = Bench.open(folder, Settings.ClockKind.WALL)) {
      bench.wallClock(Duration.ofSeconds(5));
      var trace = new RecordHeaders();
      trace.add("traceparent", "00-trace-span-01".getBytes(UTF_8));

      bench.publish(news("n1", "wire-a", T.minusSeconds(40), Category.ATTACK, "GB-BIR"), trace);

      assertThat(bench.books().took)
          .contains("EVENT_TO_TOPIC 40000 00-trace-span-01")
          .contains("TOPIC_TO_CHANGE 5000 00-trace-span-01");
    }
  }

  @Test
  void shouldSayNothingOfTheAgeOfHistory() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T.minusSeconds(40), Category.ATTACK, "GB-BIR"));

      assertThat(bench.books().took).isNotEmpty().noneMatch(s -> s.startsWith("EVENT_TO_TOPIC"));
    }
  }

  @Test
  void shouldNotCallADelay_whatTimeAloneBringsAbout() {
    try (var bench = Bench.open(folder, Settings.ClockKind.WALL)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      bench.books().took.clear();

      bench.wallClock(Duration.ofDays(300));

      assertThat(bench.books().told).contains("1 DECAY DOWN");
      assertThat(bench.books().took).isEmpty();
    }
  }

  @Test
  void shouldSayWhatIsHeldAndWhatFallsDueNext() {
    try (var bench = Bench.open(folder, Settings.ClockKind.WALL)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));

      var held = bench.books().holdings.get(0);

      assertThat(held.known()).isGreaterThan(2).isEqualTo(held.open());
      assertThat(held.exhibits()).isGreaterThan(held.open());
      assertThat(held.room()).isEqualTo(100_000);
      assertThat(held.waiting()).isPositive();
      assertThat(held.nextDue()).isGreaterThan(T.toEpochMilli()).isLessThan(Long.MAX_VALUE);
    }
  }

  @Test
  void shouldHoldNothing_whenItsTaskIsClosed() {
    CountedTally books;
    try (var bench = Bench.open(folder)) {
      bench.publish(declare("s1", "gb-centre", T, Level.SEVERE, "GB"));
      books = bench.books();
      assertThat(books.holdings).containsKey(0);
    }

    assertThat(books.holdings).isEmpty();
  }

  @Test
  void shouldSayHowLongATextTook_andNothingOfStructuredNews() {
    try (var bench = Bench.shipped()) {
      bench.publish(news("n1", "reuters", T, Category.ATTACK, "GB-BIR"));
      assertThat(bench.books().extracted).isEmpty();

      bench.publishNews(
          """
          {"id":"n2","source":"reuters","publishedAt":"2026-03-01T00:00:00Z","headline":"A bomb in Birmingham"}"""
              .getBytes(UTF_8));

      assertThat(bench.books().extracted)
          .singleElement()
          .satisfies(ns -> assertThat(ns).isPositive());
    }
  }
}
