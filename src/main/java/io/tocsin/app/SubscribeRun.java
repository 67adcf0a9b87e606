package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Changes as they come. Without a group, so that nothing is left behind, and each subscriber hears
 * all; while a broker is away it waits and goes on where it was.
 */
final class SubscribeRun {
  private static final Duration POLL = Duration.ofMillis(250);

  /** The partitions of the past are read one beside the other; people read it by time. */
  private static final Comparator<AlertLevelChange> IN_ORDER =
      Comparator.comparing(AlertLevelChange::effectiveAt)
          .thenComparing(AlertLevelChange::subject)
          .thenComparingLong(AlertLevelChange::sequence);

  private final Options options;
  private final Shutdown shutdown;
  private final Topic<Subject, AlertLevelChange> alerts;

  SubscribeRun(Options options, Shutdown shutdown) {
    this.options = options;
    this.shutdown = shutdown;
    this.alerts = Wiring.topics(options).alerts();
  }

  /**
   * From now on, or from the history's beginning where a time is given; until the run is asked to
   * end.
   *
   * @throws Failure where no broker answers at the start, or the selection names what is not known
   */
  void run(Requests.Selection selection, Watch watch) {
    var chosen = new Chosen(selection, Wiring.reference(options));
    chosen.notes().forEach(watch::say);
    var client = TopicReader.consumer(Wiring.client(options, Wiring.bootstrap(options)));
    // a broker that comes back is to be found within a second
    client.putIfAbsent("reconnect.backoff.max.ms", 1_000);
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var ends = assign(consumer, client, selection.since() != null);
      var past = new ArrayList<AlertLevelChange>();
      while (!shutdown.isRequested() && isBehind(consumer, ends)) {
        changes(consumer, watch).filter(chosen::change).forEach(past::add);
      }
      past.stream().sorted(IN_ORDER).forEach(watch::change);
      while (!shutdown.isRequested()) {
        changes(consumer, watch).filter(chosen::change).forEach(watch::change);
      }
    } catch (InterruptException e) {
      // asked to end; the flag must not disturb what is closed next
      Thread.interrupted();
    }
  }

  private Stream<AlertLevelChange> changes(KafkaConsumer<byte[], byte[]> consumer, Watch watch) {
    var changes = new ArrayList<AlertLevelChange>();
    for (var record : consumer.poll(POLL)) {
      var change = LevelsRead.value(alerts, record);
      if (change == null) {
        watch.say("passed over what is no change, at " + where(record));
      } else {
        changes.add(change);
      }
    }
    return changes.stream();
  }

  private static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Where the history ends that is to be told first; empty where none is asked for. */
  private Map<TopicPartition, Long> assign(
      KafkaConsumer<byte[], byte[]> consumer, Map<String, Object> client, boolean history) {
    try {
      var partitions = TopicReader.partitions(consumer, alerts);
      consumer.assign(partitions);
      if (history) {
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
      }
      consumer.seekToEnd(partitions);
      // where the end is must be settled now, not at the first poll after a change
      partitions.forEach(consumer::position);
      return Map.of();
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw TopicReader.unreachable(client, e);
    }
  }

  private static String where(ConsumerRecord<?, ?> record) {
    return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
