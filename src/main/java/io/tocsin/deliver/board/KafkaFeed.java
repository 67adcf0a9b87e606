package io.tocsin.deliver.board;

import io.tocsin.deliver.board.Entry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Committed records out of Kafka, by partitions of one's own, without a group. */
final class KafkaFeed implements Feed {
  private static final Duration METADATA_WITHIN = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String alerts;
  private final int partitions;
  private final Map<TopicPartition, Long> ends;

  /**
   * @param from where to begin in each partition
   * @param alerts the topic of alerts; every other is one of levels
   */
  KafkaFeed(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> from, String alerts) {
    this.consumer = consumer;
    this.alerts = alerts;
    this.partitions = (int) from.keySet().stream().filter(p -> p.topic().equals(alerts)).count();
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    ends = consumer.endOffsets(from.keySet());
  }

  /**
   * A consumer of committed records.
   *
   * @param client properties that every Kafka client has in common
   */
  static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    // a broker that comes back is to be found within a second
    settings.putIfAbsent("reconnect.backoff.max.ms", 1_000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    var found = consumer.partitionsFor(topic, METADATA_WITHIN);
    if (found == null || found.isEmpty()) {
      throw new TopicMissing(topic);
    }
    return found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }

  @Override
  public List<Entry> poll(Duration wait) {
    var records = consumer.poll(wait);
    var entries = new ArrayList<Entry>(records.count());
    for (var record : records) {
      entries.add(
          new Entry(
              record.topic().equals(alerts) ? Kind.ALERT : Kind.LEVEL,
              record.partition(),
              record.offset(),
              record.timestamp(),
              record.key(),
              record.value()));
    }
    return entries;
  }

  @Override
  public boolean isCaughtUp() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public Bookmark bookmark() {
    var next = new long[partitions];
    for (int p = 0; p < partitions; p++) {
      next[p] = consumer.position(new TopicPartition(alerts, p));
    }
    return Bookmark.of(next);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
