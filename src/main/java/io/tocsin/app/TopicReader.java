package io.tocsin.app;

import io.tocsin.wire.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int PATIENCE_MILLIS = 10_000;

  private final Map<String, Object> client;

  /**
   * @param client properties that every client has in common
   */
  TopicReader(Map<String, Object> client) {
    this.client = consumer(client);
  }

  /** A consumer without a group, of committed records. */
  static Map<String, Object> consumer(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
    settings.putIfAbsent("request.timeout.ms", PATIENCE_MILLIS);
    return settings;
  }

  /**
   * Hands on every record, in order within each partition.
   *
   * @throws Failure where no broker answers, or the topic is not there
   */
  void forEach(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    forEach(List.of(topic), taker);
  }

  void forEach(
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
      throw unreachable(client, e);
    }
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic) {
    var found = consumer.partitionsFor(topic.name());
    if (found == null || found.isEmpty()) {
      throw new Failure(
          "there is no topic " + topic.name(),
          "It is created when the processor starts: tocsin up, or tocsin process."
              + " Another prefix is set with --set topics.prefix=NAME.");
    }
    return found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }

  static Failure unreachable(Map<String, Object> client, KafkaException e) {
    return new Failure(
        "Kafka at %s does not answer (%s)"
            .formatted(client.get("bootstrap.servers"), e.getMessage()),
        "See what is wrong with: tocsin doctor",
        e);
  }
}
