package io.tocsin.client;

import static java.util.stream.Collectors.toMap;

import io.tocsin.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to where they end now; committed records alone. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> client;

  /**
   * @param client properties that every client has in common
   */
  public TopicReader(Map<String, Object> client) {
    this.client = Connection.consumer(client);
  }

  /**
   * Hands on every record, in order within each partition.
   *
   * @throws KafkaUnavailable where no broker answers, or the topic is not there
   */
  public void forEach(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    forEach(List.of(topic), taker);
  }

  /** The same of several topics, read one beside the other. */
  public void forEach(
      Collection<? extends Topic<?, ?>> topics, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    reading(
        consumer -> {
          var partitions = topics.stream().flatMap(t -> partitions(consumer, t).stream()).toList();
          consumer.assign(partitions);
          consumer.seekToBeginning(partitions);
          toTheEnd(consumer, partitions, taker);
        });
  }

  /**
   * The same from a time on: what comes before the first record of each partition that has this
   * timestamp or a later one is passed over.
   */
  public void forEachSince(
      Topic<?, ?> topic, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    reading(
        consumer -> {
          var partitions = partitions(consumer, topic);
          consumer.assign(partitions);
          var wanted = partitions.stream().collect(toMap(p -> p, p -> since.toEpochMilli()));
          consumer
              .offsetsForTimes(wanted)
              .forEach((p, at) -> seek(consumer, p, at == null ? null : at.offset()));
          toTheEnd(consumer, partitions, taker);
        });
  }

  /** The same of one partition, from an offset on; nothing where there is no such partition. */
  public void forEachFrom(
      Topic<?, ?> topic,
      int partition,
      long offset,
      Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    reading(
        consumer -> {
          var wanted = new TopicPartition(topic.name(), partition);
          if (partitions(consumer, topic).contains(wanted)) {
            consumer.assign(List.of(wanted));
            consumer.seek(wanted, offset);
            toTheEnd(consumer, List.of(wanted), taker);
          }
        });
  }

  private void reading(Consumer<KafkaConsumer<byte[], byte[]>> work) {
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      work.accept(consumer);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaUnavailable.noAnswer(client.get("bootstrap.servers"), e);
    }
  }

  /** To the offset; without one to the end. */
  private static void seek(KafkaConsumer<?, ?> consumer, TopicPartition partition, Long offset) {
    if (offset == null) {
      consumer.seekToEnd(List.of(partition));
    } else {
      consumer.seek(partition, offset);
    }
  }

  private static void toTheEnd(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          taker.accept(record);
        }
      }
    }
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic) {
    var found = consumer.partitionsFor(topic.name());
    if (found == null || found.isEmpty()) {
      throw KafkaUnavailable.noTopic(topic.name());
    }
    return found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }
}
