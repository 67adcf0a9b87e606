package io.tocsin.broker;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds transactions that nobody will ever end, and ends them (KIP-664): open for a partition,
 * unknown to their coordinator. A single one stops every read_committed reader of the partition,
 * and every restore of a state store, for good.
 *
 * <p>One {@link #look} is one observation; call it every second or so while the system starts. Not
 * safe for use by several threads.
 */
public final class HangingTransactions {
  private final Admin admin;
  private final InstantSource clock;
  private final Duration patience;
  private final Duration timeout;
  private final Map<TopicPartition, Gap> gaps = new HashMap<>();

  /**
   * @param patience how long the last stable offset may stand still behind the end; longer than the
   *     longest transaction timeout of any producer
   * @param timeout for each question to the cluster
   */
  public HangingTransactions(
      Admin admin, InstantSource clock, Duration patience, Duration timeout) {
    this.admin = admin;
    this.clock = clock;
    this.patience = patience;
    this.timeout = timeout;
  }

  private record Gap(long lastStable, Instant since) {}

  /**
   * What one look saw.
   *
   * @param waiting partitions whose readers wait for a transaction, for now within patience
   * @param inHand transactions that are old but still their coordinator's, which will end them
   * @param aborted transactions that hung, and were ended
   */
  public record Report(
      List<TopicPartition> waiting, List<OpenTransaction> inHand, List<OpenTransaction> aborted) {
    public Report {
      waiting = List.copyOf(waiting);
      inHand = List.copyOf(inHand);
      aborted = List.copyOf(aborted);
    }

    /** Every reader is through: no transaction is open. */
    public boolean clear() {
      return waiting.isEmpty() && inHand.isEmpty() && aborted.isEmpty();
    }
  }

  /**
   * Looks at the partitions once, and aborts what hangs.
   *
   * @throws ExecutionException where the cluster refuses an answer
   * @throws TimeoutException where it gives none
   */
  public Report look(Collection<TopicPartition> partitions)
      throws ExecutionException, TimeoutException, InterruptedException {
    var waiting = new ArrayList<TopicPartition>();
    var overdue = new ArrayList<TopicPartition>();
    observe(offsets(partitions, IsolationLevel.READ_COMMITTED), ends(partitions))
        .forEach((partition, isOverdue) -> (isOverdue ? overdue : waiting).add(partition));
    var inHand = new ArrayList<OpenTransaction>();
    var aborted = new ArrayList<OpenTransaction>();
    for (var open : overdue.isEmpty() ? List.<OpenTransaction>of() : open(overdue)) {
      if (isInHand(open)) {
        inHand.add(open);
      } else {
        abort(open);
        aborted.add(open);
      }
    }
    return new Report(waiting, inHand, aborted);
  }

  /** The partitions with a gap; true for those whose gap has stood still for too long. */
  Map<TopicPartition, Boolean> observe(
      Map<TopicPartition, Long> stable, Map<TopicPartition, Long> ends) {
    var now = clock.instant();
    var seen = new HashMap<TopicPartition, Boolean>();
    stable.forEach(
        (partition, lastStable) -> {
          if (lastStable >= ends.getOrDefault(partition, lastStable)) {
            gaps.remove(partition);
            return;
          }
          var gap = gaps.get(partition);
          if (gap == null || gap.lastStable() != lastStable) {
            gap = new Gap(lastStable, now);
            gaps.put(partition, gap);
          }
          seen.put(partition, !now.isBefore(gap.since().plus(patience)));
        });
    return seen;
  }

  private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws ExecutionException, TimeoutException, InterruptedException {
    return offsets(partitions, IsolationLevel.READ_UNCOMMITTED);
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, IsolationLevel isolation)
      throws ExecutionException, TimeoutException, InterruptedException {
    var latest = partitions.stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
    var found = ask(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all());
    return found.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private List<OpenTransaction> open(Collection<TopicPartition> partitions)
      throws ExecutionException, TimeoutException, InterruptedException {
    var open = new ArrayList<OpenTransaction>();
    ask(admin.describeProducers(partitions).all())
        .forEach(
            (partition, producers) ->
                producers.activeProducers().stream()
                    .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                    .forEach(producer -> open.add(OpenTransaction.of(partition, producer))));
    return open;
  }

  private boolean isInHand(OpenTransaction open)
      throws ExecutionException, TimeoutException, InterruptedException {
    var ofProducer = new ListTransactionsOptions().filterProducerIds(List.of(open.producerId()));
    var ids =
        ask(admin.listTransactions(ofProducer).all()).stream()
            .map(TransactionListing::transactionalId)
            .toList();
    return !ids.isEmpty()
        && ask(admin.describeTransactions(ids).all()).values().stream()
            .anyMatch(known -> open.isInHand(known.state(), known.topicPartitions()));
  }

  private void abort(OpenTransaction open)
      throws ExecutionException, TimeoutException, InterruptedException {
    ask(
        admin
            .abortTransaction(
                new AbortTransactionSpec(
                    open.partition(),
                    open.producerId(),
                    open.producerEpoch(),
                    open.coordinatorEpoch()))
            .all());
  }

  private <T> T ask(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
