package io.tocsin.client;

import io.tocsin.wire.Topic;
import java.time.Duration;
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
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions = topics.stream().flatMap(t -> partitions(consumer, t).stream()).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(POLL)) {
          if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
            taker.accept(record);
          }
        }
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaUnavailable.noAnswer(client.get("bootstrap.servers"), e);
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
