package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final TopicPartition STANDINGS = new TopicPartition("standings-changelog", 3);
  private static final TopicPartition REPORTS = new TopicPartition("reports-changelog", 3);

  private final Preparation preparation = new Preparation();

  @Test
  void shouldSayNothing_whenNothingIsUnderWay() {
    assertThat(preparation.word()).isEmpty();
  }

  @Test
  void shouldSayHowFarItIs_whenStateIsReadBack() {
    preparation.onRestoreStart(STANDINGS, "standings", 1_000, 5_000);
    preparation.onRestoreStart(REPORTS, "reports", 0, 4_000);
    preparation.onBatchRestored(STANDINGS, "standings", 2_999, 1_700);

    assertThat(preparation.word()).contains("reads its state back: 2,000 of 8,000 records (25 %)");
  }

  @Test
  void shouldCountWhatIsDoneAlready_whenOneStoreIsThrough() {
    preparation.onRestoreStart(STANDINGS, "standings", 0, 6_000);
    preparation.onRestoreStart(REPORTS, "reports", 0, 2_000);
    preparation.onBatchRestored(STANDINGS, "standings", 5_999, 6_000);
    preparation.onRestoreEnd(STANDINGS, "standings", 6_000);

    assertThat(preparation.word()).contains("reads its state back: 6,000 of 8,000 records (75 %)");
  }

  @Test
  void shouldBeginAgainFromNothing_whenAllWasThroughBefore() {
    preparation.onRestoreStart(STANDINGS, "standings", 0, 6_000);
    preparation.onRestoreEnd(STANDINGS, "standings", 6_000);
    preparation.over();
    preparation.onRestoreStart(REPORTS, "reports", 6_000, 8_000);

    assertThat(preparation.word()).contains("reads its state back: 0 of 2,000 records (0 %)");
  }

  @Test
  void shouldSayNothingOfAStore_whenItWasTakenAway() {
    preparation.onRestoreStart(STANDINGS, "standings", 0, 6_000);
    preparation.onRestoreSuspended(STANDINGS, "standings", 100);

    assertThat(preparation.word()).isEmpty();
  }

  @Test
  void shouldSayHowFarItIs_whenDossiersAreLaidOut() {
    preparation.at(5, 0.1);
    preparation.at(3, 0.456);

    assertThat(preparation.word())
        .contains("lays out its dossiers: partition 3 at 45 %, partition 5 at 10 %");
  }

  @Test
  void shouldSayNothingOfAPartition_whenItsDossiersAreLaidOut() {
    preparation.at(5, 0.1);
    preparation.over(5);

    assertThat(preparation.word()).isEmpty();
  }

  @Test
  void shouldShowTheSameInMeters() {
    var meters = new SimpleMeterRegistry();
    preparation.meter(meters);
    preparation.onRestoreStart(STANDINGS, "standings", 1_000, 5_000);
    preparation.onBatchRestored(STANDINGS, "standings", 1_999, 1_000);
    preparation.at(2, 0.3);

    assertThat(meters.get("tocsin.restore.remaining").gauge().value()).isEqualTo(3_000);
    assertThat(meters.get("tocsin.layout.partitions").gauge().value()).isEqualTo(1);
  }
}
