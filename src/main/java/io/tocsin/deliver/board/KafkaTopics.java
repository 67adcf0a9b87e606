package io.tocsin.deliver.board;

import io.tocsin.wire.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The topics of levels and alerts in Kafka. */
public final class KafkaTopics implements AlertLog {
  private final Map<String, Object> client;
  private final String alerts;
  private final String levels;

  /**
   * @param client properties that every Kafka client has in common
   */
  public KafkaTopics(Map<String, Object> client, Topics topics) {
    this.client = Map.copyOf(client);
    this.alerts = topics.alerts().name();
    this.levels = topics.levels().name();
  }

  /**
   * All levels, and the changes emitted at this moment or later.
   *
   * @throws TopicMissing where one of the topics is not there
   */
  public Feed both(Instant since) {
    return opened(
        KafkaFeed.consumer(client),
        consumer -> {
          var changes = assigned(consumer, alerts);
          var from = new HashMap<>(at(consumer, changes, since));
          var cut =
              from.equals(consumer.beginningOffsets(changes))
                  ? Optional.<Instant>empty()
                  : Optional.of(since);
          from.putAll(consumer.beginningOffsets(assigned(consumer, levels)));
          return new KafkaFeed(consumer, from, alerts, cut);
        });
  }

  @Override
  public Feed from(Bookmark place) {
    return opened(
        KafkaFeed.unhurried(client),
        consumer -> {
          var from = new HashMap<TopicPartition, Long>();
          for (var partition : assigned(consumer, alerts)) {
            from.put(partition, place.next(partition.partition()));
          }
          return new KafkaFeed(consumer, from, alerts, Optional.empty());
        });
  }

  @Override
  public Span span() {
    try (var consumer = KafkaFeed.consumer(client)) {
      var partitions = assigned(consumer, alerts);
      return new Span(
          bookmark(consumer.beginningOffsets(partitions)),
          bookmark(consumer.endOffsets(partitions)));
    }
  }

  @Override
  public Bookmark at(Instant moment) {
    try (var consumer = KafkaFeed.consumer(client)) {
      return bookmark(at(consumer, assigned(consumer, alerts), moment));
    }
  }

  /** Where nothing was emitted since, the end. */
  private static Map<TopicPartition, Long> at(
      KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Instant moment) {
    var offsets = new HashMap<>(consumer.endOffsets(partitions));
    var asked = new HashMap<TopicPartition, Long>();
    offsets.keySet().forEach(p -> asked.put(p, Math.max(0, moment.toEpochMilli())));
    consumer
        .offsetsForTimes(asked)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                offsets.merge(partition, found.offset(), Math::min);
              }
            });
    return offsets;
  }

  /** The partitions of a topic; a consumer that is asked of offsets of others warns of it. */
  private static List<TopicPartition> assigned(KafkaConsumer<?, ?> consumer, String topic) {
    var partitions = KafkaFeed.partitions(consumer, topic);
    consumer.assign(partitions);
    return partitions;
  }

  private static Bookmark bookmark(Map<TopicPartition, Long> offsets) {
    var next = new long[offsets.size()];
    offsets.forEach((partition, offset) -> next[partition.partition()] = offset);
    return Bookmark.of(next);
  }

  private static Feed opened(
      KafkaConsumer<byte[], byte[]> consumer,
      Function<KafkaConsumer<byte[], byte[]>, Feed> opening) {
    try {
      return opening.apply(consumer);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }
}
