package io.tocsin.deliver.board;

import io.tocsin.deliver.board.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Committed records out of Kafka, by partitions of one's own, without a group. */
final class KafkaFeed implements Feed {
  private static final Duration METADATA_WITHIN = Duration.ofSeconds(10);

  private static final int LITTLE_RECORDS = 50;
  private static final int LITTLE_BYTES = 256 * 1024;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String alerts;
  private final int partitions;
  private final Map<TopicPartition, Long> ends;
  private final Optional<Instant> cut;

  /**
   * @param from where to begin in each partition
   * @param alerts the topic of alerts; every other is one of levels
   * @param cut since when they were emitted, where not from the first
   */
  KafkaFeed(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> from,
      String alerts,
      Optional<Instant> cut) {
    this.cut = cut;
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

  /** Likewise, for who goes through the past at the pace of a client: a little at a time. */
  static KafkaConsumer<byte[], byte[]> unhurried(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put("max.poll.records", LITTLE_RECORDS);
    settings.put("fetch.max.bytes", LITTLE_BYTES);
    settings.put("max.partition.fetch.bytes", LITTLE_BYTES);
    return consumer(settings);
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
  public Optional<Instant> cut() {
    return cut;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
