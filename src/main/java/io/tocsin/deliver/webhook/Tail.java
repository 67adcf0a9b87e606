package io.tocsin.deliver.webhook;

import io.tocsin.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed records of a topic, without a group. For one thread. */
final class Tail implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  private Tail(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** All of a topic. */
  static Tail of(Map<String, Object> client, Topic<?, ?> topic) {
    return from(client, topic, partition -> 0);
  }

  /** What a topic holds under one key, and under those that share its partition. */
  static Tail of(Map<String, Object> client, Topic<?, ?> topic, byte[] key) {
    var tail = new Tail(client);
    int count = tail.count(topic);
    tail.assign(topic, Map.of(Partitions.of(key, count), 0L));
    return tail;
  }

  /**
   * @param first offset of each partition; a negative one leaves it out
   */
  static Tail from(Map<String, Object> client, Topic<?, ?> topic, ToLongFunction<Integer> first) {
    var tail = new Tail(client);
    var starts = new HashMap<Integer, Long>();
    for (int partition = 0; partition < tail.count(topic); partition++) {
      long start = first.applyAsLong(partition);
      if (start >= 0) {
        starts.put(partition, start);
      }
    }
    tail.assign(topic, starts);
    return tail;
  }

  /** Hands on what there was when this was opened. */
  void history(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      poll(Duration.ofMillis(200), taker);
    }
  }

  void poll(Duration wait, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    consumer.poll(wait).forEach(taker);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private int count(Topic<?, ?> topic) {
    var partitions = consumer.partitionsFor(topic.name());
    if (partitions == null || partitions.isEmpty()) {
      consumer.close();
      throw new KafkaException("there is no topic " + topic.name());
    }
    return partitions.size();
  }

  private void assign(Topic<?, ?> topic, Map<Integer, Long> starts) {
    var places = new HashMap<TopicPartition, Long>();
    starts.forEach((number, start) -> places.put(new TopicPartition(topic.name(), number), start));
    consumer.assign(places.keySet());
    var begins = consumer.beginningOffsets(places.keySet());
    places.forEach((place, start) -> consumer.seek(place, Math.max(start, begins.get(place))));
    ends.putAll(consumer.endOffsets(places.keySet()));
  }
}
