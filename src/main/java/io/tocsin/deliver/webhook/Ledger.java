package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Verdict;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.wire.Unreadable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The books of endpoints over all runs, out of the topics: what became of changes, and which are
 * still to be told. As long as notices are kept.
 */
public final class Ledger {
  private final Surroundings around;
  private final Notices notices;

  public Ledger(Surroundings around) {
    this.around = around;
    this.notices = new Notices(around.topics().notices());
  }

  /** One endpoint's books, {@code raised = delivered + muted + abandoned + pending}. */
  public static final class State {
    private final Map<Verdict.Fate, Long> counts = new EnumMap<>(Verdict.Fate.class);
    private final Set<String> ended = new HashSet<>();
    private Verdict last;
    private long pending;
    private boolean started;

    public long count(Verdict.Fate fate) {
      return counts.getOrDefault(fate, 0L);
    }

    public long pending() {
      return pending;
    }

    /** Whether it was ever run: else it is told nothing that came before. */
    public boolean isStarted() {
      return started;
    }

    /** What became of a change last; {@code null} where nothing did. */
    public Verdict last() {
      return last;
    }

    /** When that was; {@code null} likewise. */
    public Instant lastAt() {
      return last == null ? null : last.at();
    }

    private void take(Verdict verdict) {
      counts.merge(verdict.fate(), 1L, Long::sum);
      last = last == null || !verdict.at().isBefore(last.at()) ? verdict : last;
      ended.add(verdict.change().id());
    }
  }

  /**
   * Hands on what became of changes, by endpoint; in order for each endpoint.
   *
   * @throws KafkaException where no broker answers
   */
  public void forEach(BiConsumer<String, Verdict> taker) {
    try (var tail = Tail.of(around.client(), around.topics().notices())) {
      tail.history(
          record -> {
            var endpoint = notices.endpoint(record);
            if (endpoint != null) {
              notices.verdict(record).ifPresent(verdict -> taker.accept(endpoint, verdict));
            }
          });
    }
  }

  /**
   * The books as they stand, by the endpoints' ids.
   *
   * @throws KafkaException where no broker answers
   */
  public Map<String, State> states(List<Endpoint> endpoints) {
    var states = new HashMap<String, State>();
    endpoints.forEach(endpoint -> states.put(endpoint.id(), new State()));
    forEach(
        (id, verdict) -> {
          if (states.containsKey(id)) {
            states.get(id).take(verdict);
          }
        });
    try (var admin = Admin.create(around.client())) {
      endpoints.forEach(endpoint -> pending(endpoint, states.get(endpoint.id()), admin));
    }
    return states;
  }

  private void pending(Endpoint endpoint, State state, Admin admin) {
    var places = places(endpoint, admin);
    state.started = !places.isEmpty();
    if (!state.started) {
      return;
    }
    try (var tail =
        Tail.from(around.client(), around.topics().alerts(), p -> places.getOrDefault(p, -1L))) {
      tail.history(
          record -> {
            var change = change(record);
            if (change != null
                && !state.ended.contains(change.id())
                && endpoint.terms().match().covers(change, around.lineage())) {
              state.pending++;
            }
          });
    }
  }

  private AlertLevelChange change(ConsumerRecord<byte[], byte[]> record) {
    try {
      return around
          .topics()
          .alerts()
          .values()
          .deserializer()
          .deserialize(record.topic(), record.value());
    } catch (Unreadable e) {
      return null;
    }
  }

  /** By partition of the alerts, the first that the endpoint is not through with. */
  private Map<Integer, Long> places(Endpoint endpoint, Admin admin) {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin
              .listConsumerGroupOffsets(around.group(endpoint))
              .partitionsToOffsetAndMetadata()
              .get();
      return offsets.entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
