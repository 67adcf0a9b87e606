package io.tocsin.client;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Unreadable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Committed changes, for a program that asks for them itself; {@link TocsinSubscriber} does it on a
 * thread of its own. For one thread, apart from {@link #stop}.
 */
public final class ChangeReader implements AutoCloseable {
  private static final Duration SHORT = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Topic<Subject, AlertLevelChange> topic;
  private final Start start;
  private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
  private final Map<Integer, Long> missed = new TreeMap<>();
  private List<TopicPartition> partitions = List.of();
  private Map<TopicPartition, Long> ends = Map.of();
  private Positions positions = Positions.NONE;
  private boolean caughtUp;
  private volatile boolean stopped;

  /**
   * Opens a reader; where it begins is settled when this returns.
   *
   * @throws KafkaUnavailable where no broker answers, or the topic is not there
   */
  public ChangeReader(Connection connection, Start start) {
    this.topic = connection.topics().alerts();
    this.start = start;
    var settings = Connection.consumer(connection.properties());
    // a broker that comes back is to be found within a second
    settings.putIfAbsent("reconnect.backoff.max.ms", 1_000);
    if (start instanceof Start.Group group) {
      settings.put("group.id", group.id());
    }
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      begin();
    } catch (KafkaUnavailable | InterruptException e) {
      consumer.close();
      throw e;
    } catch (KafkaException e) {
      consumer.close();
      throw KafkaUnavailable.noAnswer(connection.servers(), e);
    }
  }

  /**
   * Hands on what there is, and waits this long for it. With a group, what the handler is through
   * with is committed. What the handler throws comes through, and the reader is to be closed then.
   *
   * @return how many records were read
   */
  public int poll(Duration wait, ChangeHandler handler) {
    tellMissed(handler);
    int read = 0;
    try {
      for (var record : consumer.poll(wait)) {
        if (stopped) {
          break;
        }
        hand(record, handler);
        read++;
      }
    } finally {
      commit();
    }
    tellCaughtUp(handler);
    return read;
  }

  /** Hands on everything up to the end as it is now. Not with a group. */
  public void drain(ChangeHandler handler) {
    var until = consumer.endOffsets(partitions);
    while (!stopped && isBefore(until)) {
      poll(SHORT, handler);
    }
  }

  /** Where to go on; see {@link Start.After}. */
  public Positions positions() {
    return positions;
  }

  /** Ends a {@link #poll} that waits, and lets those to come hand on nothing; from any thread. */
  public void stop() {
    stopped = true;
    consumer.wakeup();
  }

  @Override
  public void close() {
    Undisturbed.close(consumer::close);
  }

  private void begin() {
    partitions = TopicReader.partitions(consumer, topic);
    if (start instanceof Start.Group) {
      consumer.subscribe(List.of(topic.name()));
      return;
    }
    consumer.assign(partitions);
    if (start instanceof Start.Now) {
      consumer.seekToEnd(partitions);
    } else {
      consumer.seekToBeginning(partitions);
    }
    ends = consumer.endOffsets(partitions);
    if (start instanceof Start.After after) {
      resume(after.positions());
    }
    // where reading begins must be settled now, not at the first poll after a change
    partitions.forEach(this::settle);
  }

  private void resume(Positions wanted) {
    var beginnings = consumer.beginningOffsets(partitions);
    for (var partition : partitions) {
      var from = wanted.next().get(partition.partition());
      if (from == null) {
        continue;
      }
      if (from < beginnings.get(partition) || from > ends.get(partition)) {
        missed.put(partition.partition(), from);
      } else {
        consumer.seek(partition, from);
      }
    }
  }

  private void settle(TopicPartition partition) {
    positions = positions.at(partition.partition(), consumer.position(partition));
  }

  private void hand(ConsumerRecord<byte[], byte[]> record, ChangeHandler handler) {
    var after = positions.at(record.partition(), record.offset() + 1);
    try {
      var change = topic.values().deserializer().deserialize(topic.name(), record.value());
      if (change == null) {
        handler.passedOver(where(record), "it has no value");
      } else if (isWanted(change)) {
        handler.changed(new Received(change, record.partition(), record.offset(), after));
      }
    } catch (Unreadable e) {
      handler.passedOver(where(record), e.getMessage());
    }
    positions = after;
    handled.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1));
  }

  private boolean isWanted(AlertLevelChange change) {
    return !(start instanceof Start.Since since) || !change.effectiveAt().isBefore(since.time());
  }

  private void commit() {
    if (start instanceof Start.Group && !handled.isEmpty()) {
      try {
        consumer.commitSync(handled);
      } catch (WakeupException e) {
        // asked to stop meanwhile: what is done is committed all the same
        consumer.commitSync(handled);
      }
    }
    handled.clear();
  }

  private void tellMissed(ChangeHandler handler) {
    missed.forEach((p, from) -> handler.missed(p, from, positions.next().get(p)));
    missed.clear();
  }

  private void tellCaughtUp(ChangeHandler handler) {
    if (!caughtUp && !stopped && !(start instanceof Start.Group) && !isBefore(ends)) {
      caughtUp = true;
      handler.caughtUp(positions);
    }
  }

  private boolean isBefore(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream().anyMatch(o -> consumer.position(o.getKey()) < o.getValue());
  }

  private static String where(ConsumerRecord<?, ?> record) {
    return "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
