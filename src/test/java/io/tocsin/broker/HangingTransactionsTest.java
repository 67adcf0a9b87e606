package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HangingTransactionsTest {
  private static final TopicPartition NEWS = new TopicPartition("news", 0);
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final HangingTransactions watch =
      new HangingTransactions(null, now::get, Duration.ofSeconds(10), Duration.ofSeconds(1));

  @Test
  void shouldSeeNothing_whenReadersReachTheEnd() {
    assertThat(watch.observe(Map.of(NEWS, 7L), Map.of(NEWS, 7L))).isEmpty();
  }

  @Test
  void shouldLosePatience_whenAGapStandsStill() {
    assertThat(watch.observe(Map.of(NEWS, 3L), Map.of(NEWS, 7L))).containsEntry(NEWS, false);
    pass(Duration.ofSeconds(10).minusMillis(1));
    assertThat(watch.observe(Map.of(NEWS, 3L), Map.of(NEWS, 8L))).containsEntry(NEWS, false);
    pass(Duration.ofMillis(1));
    assertThat(watch.observe(Map.of(NEWS, 3L), Map.of(NEWS, 9L))).containsEntry(NEWS, true);
  }

  @Test
  void shouldStartAnew_whenAGapMovesOrCloses() {
    watch.observe(Map.of(NEWS, 3L, ALERTS, 1L), Map.of(NEWS, 7L, ALERTS, 2L));
    pass(Duration.ofSeconds(9));
    watch.observe(Map.of(NEWS, 4L, ALERTS, 2L), Map.of(NEWS, 7L, ALERTS, 2L));
    pass(Duration.ofSeconds(9));

    assertThat(watch.observe(Map.of(NEWS, 4L, ALERTS, 2L), Map.of(NEWS, 7L, ALERTS, 3L)))
        .containsOnly(Map.entry(NEWS, false), Map.entry(ALERTS, false));
  }

  @ParameterizedTest
  @EnumSource(
      value = TransactionState.class,
      names = {"ONGOING", "PREPARE_ABORT", "PREPARE_COMMIT", "PREPARE_EPOCH_FENCE"})
  void shouldLeaveATransactionToItsCoordinator_whenThatStillHasIt(TransactionState state) {
    assertThat(open().isInHand(state, Set.of(NEWS))).isTrue();
    assertThat(open().isInHand(state, Set.of(ALERTS))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = TransactionState.class,
      names = {"EMPTY", "COMPLETE_ABORT", "COMPLETE_COMMIT", "UNKNOWN"})
  void shouldCallATransactionHanging_whenItsCoordinatorIsDoneWithIt(TransactionState state) {
    assertThat(open().isInHand(state, Set.of(NEWS))).isFalse();
  }

  @Test
  void shouldTakeTheFirstCoordinator_whenTheProducerNeverEndedATransactionThere() {
    assertThat(open().coordinatorEpoch()).isZero();
    assertThat(open().startOffset()).isEqualTo(3);
  }

  private static OpenTransaction open() {
    return OpenTransaction.of(
        NEWS, new ProducerState(42, 1, 0, 0, OptionalInt.of(-1), OptionalLong.of(3)));
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
