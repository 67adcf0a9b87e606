package io.tocsin.broker;

import java.util.Set;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that a partition holds for open.
 *
 * @param partition where
 * @param startOffset of its first record; read_committed readers get no further than the smallest
 * @param producerId whose
 */
public record OpenTransaction(
    TopicPartition partition,
    long startOffset,
    long producerId,
    short producerEpoch,
    int coordinatorEpoch) {
  private static final Set<TransactionState> UNFINISHED =
      Set.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_EPOCH_FENCE);

  static OpenTransaction of(TopicPartition partition, ProducerState producer) {
    return new OpenTransaction(
        partition,
        producer.currentTransactionStartOffset().orElseThrow(),
        producer.producerId(),
        (short) producer.producerEpoch(),
        // a producer that never ended a transaction here has none; any coordinator may end it then
        Math.max(0, producer.coordinatorEpoch().orElse(0)));
  }

  /**
   * Whether the transaction's coordinator still has it in hand, and will end it by itself.
   *
   * @param state of the transactional producer, as its coordinator tells
   * @param partitions that its coordinator counts to the transaction
   */
  boolean isInHand(TransactionState state, Set<TopicPartition> partitions) {
    return UNFINISHED.contains(state) && partitions.contains(partition);
  }
}
