package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tocsin.model.Cause;
import io.tocsin.topology.Holdings;
import io.tocsin.topology.Tally.Direction;
import io.tocsin.topology.Tally.Entry;
import io.tocsin.topology.Tally.Leg;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Prometheus sees of the books. */
class BooksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final CurrentTrace traces = new CurrentTrace();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(
          PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, traces);
  private final Books books = new Books(meters, new Latency(meters, traces), () -> NOW);

  private List<String> scraped() {
    return meters.scrape(OPEN_METRICS).lines().toList();
  }

  @Test
  void shouldHaveEverySeriesOfTheBooks_beforeAnythingComes() {
    assertThat(scraped())
        .contains(
            "tocsin_records_total{outcome=\"read\"} 0.0",
            "tocsin_records_total{outcome=\"dead-lettered\"} 0.0",
            "tocsin_latency_seconds_count{leg=\"event-to-topic\"} 0",
            "tocsin_latency_seconds_count{leg=\"change-to-webhook\"} 0",
            "tocsin_due_overdue_seconds 0.0");
  }

  @Test
  void shouldBalance_whenEveryRecordHasItsOutcome() {
    books.count(Entry.READ, "", 3);
    books.count(Entry.ASSESSED, "", 2);
    assertThat(books.balance().isEven()).isFalse();

    books.count(Entry.DEAD_LETTERED, "EMPTY", 1);

    assertThat(books.balance().isEven()).isTrue();
    assertThat(scraped()).contains("tocsin_dead_letters_total{reason=\"EMPTY\"} 1.0");
  }

  @Test
  void shouldCountChangesByCauseAndDirection() {
    books.told(Cause.NEWS, Direction.UP, 2);
    books.told(Cause.NEWS, Direction.DOWN, 1);

    assertThat(scraped())
        .contains(
            "tocsin_alerts_total{cause=\"NEWS\",direction=\"up\"} 2.0",
            "tocsin_alerts_total{cause=\"NEWS\",direction=\"down\"} 1.0");
  }

  @Test
  void shouldShowATraceBesideItsBucket_whenARecordHasOneThatIsKept() {
    books.took(Leg.TOPIC_TO_CHANGE, 40, "00-" + TRACE + "-00f067aa0ba902b7-01");

    assertThat(scraped())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "tocsin_latency_seconds_bucket{leg=\"topic-to-change\",le=\"0.05\"} 1 # {")
                    .contains("trace_id=\"" + TRACE + "\"")
                    .contains("span_id=\"00f067aa0ba902b7\""));
  }

  @Test
  void shouldShowNoTrace_whenItIsNotKeptOrIsNone() {
    books.took(Leg.TOPIC_TO_CHANGE, 40, "00-" + TRACE + "-00f067aa0ba902b7-00");
    books.took(Leg.TOPIC_TO_CHANGE, 40, "nonsense");
    books.took(Leg.TOPIC_TO_CHANGE, 40, null);

    assertThat(scraped())
        .contains("tocsin_latency_seconds_bucket{leg=\"topic-to-change\",le=\"0.05\"} 3");
  }

  @Test
  void shouldCountANegativeTimeAsNone_forClocksDiffer() {
    books.took(Leg.EVENT_TO_TOPIC, -5, null);

    assertThat(scraped())
        .contains(
            "tocsin_latency_seconds_bucket{leg=\"event-to-topic\",le=\"0.005\"} 1",
            "tocsin_latency_seconds_sum{leg=\"event-to-topic\"} 0.0");
  }

  @Test
  void shouldAddUpWhatPartitionsHold_andForgetThoseThatWentElsewhere() {
    books.holds(0, new Holdings(10, 8, 40, 100, 3, NOW.minusSeconds(7).toEpochMilli()));
    books.holds(1, new Holdings(5, 5, 20, 100, 1, NOW.plusSeconds(60).toEpochMilli()));

    assertThat(scraped())
        .contains(
            "tocsin_dossiers{place=\"heap\"} 13.0",
            "tocsin_dossiers{place=\"shelf\"} 2.0",
            "tocsin_exhibits 60.0",
            "tocsin_exhibits_room 200.0",
            "tocsin_due_subjects 4.0",
            "tocsin_due_overdue_seconds 7.0");

    books.holds(0, null);

    assertThat(scraped())
        .contains("tocsin_dossiers{place=\"heap\"} 5.0", "tocsin_due_overdue_seconds 0.0");
  }
}
