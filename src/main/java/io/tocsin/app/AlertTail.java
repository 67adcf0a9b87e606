package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed changes from the moment this is made on. */
final class AlertTail implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Topic<?, AlertLevelChange> topic;

  AlertTail(Map<String, Object> client, Topic<?, AlertLevelChange> topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            TopicReader.consumer(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions = TopicReader.partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Hands on what there is, and waits this long for it. */
  int poll(Duration wait, Consumer<AlertLevelChange> taker) {
    var records = consumer.poll(wait);
    for (var record : records) {
      var change = topic.values().deserializer().deserialize(topic.name(), record.value());
      if (change != null) {
        taker.accept(change);
      }
    }
    return records.count();
  }

  /** Hands on everything up to the end as it is now. */
  void drain(Consumer<AlertLevelChange> taker) {
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      poll(Duration.ofMillis(200), taker);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
