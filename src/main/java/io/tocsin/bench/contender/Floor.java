package io.tocsin.bench.contender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What moving the records costs: plain clients that read news and statements, write each claim
 * under its key, and read the claims again. One thread is one consumer and one producer; each has
 * the partitions of its number, as stream threads have.
 */
final class Floor implements Runnable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final long COMMIT_NANOS = 200_000_000L;

  private final Rig rig;
  private final int number;
  private final AtomicBoolean stopping;
  private long kept;

  Floor(Rig rig, int number, AtomicBoolean stopping) {
    this.rig = rig;
    this.number = number;
    this.stopping = stopping;
  }

  @Override
  public void run() {
    try (var consumer =
            new KafkaConsumer<>(
                consuming(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer =
            new KafkaProducer<>(
                producing(), new ByteArraySerializer(), new ByteArraySerializer())) {
      consumer.assign(mine());
      long due = System.nanoTime() + COMMIT_NANOS;
      while (!stopping.get()) {
        for (var record : consumer.poll(POLL)) {
          take(record, producer);
        }
        if (System.nanoTime() - due >= 0) {
          due += COMMIT_NANOS;
          // what is committed has reached the topic of claims, as with every other contender
          var read = positions(consumer);
          producer.flush();
          consumer.commitAsync(read, null);
        }
      }
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> positions(
      KafkaConsumer<byte[], byte[]> consumer) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var partition : consumer.assignment()) {
      positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
    }
    return positions;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, KafkaProducer<byte[], byte[]> producer) {
    if (record.topic().equals(rig.claims())) {
      kept += record.value().length;
      return;
    }
    boolean official = record.topic().equals(rig.statements());
    var read = official ? NewsBytes.ofStatement(record.value()) : NewsBytes.ofNews(record.value());
    for (var entity : read.entities()) {
      for (var region : read.regions()) {
        producer.send(
            new ProducerRecord<>(
                rig.claims(),
                ClaimBytes.key(entity, region),
                ClaimBytes.value(read, official, entity, region)));
      }
    }
  }

  /** How many bytes of claims were read; so that reading them is not for nothing. */
  long kept() {
    return kept;
  }

  private List<TopicPartition> mine() {
    var mine = new ArrayList<TopicPartition>();
    for (var topic : List.of(rig.news(), rig.statements(), rig.claims())) {
      IntStream.range(0, rig.partitions())
          .filter(partition -> partition % rig.threads() == number)
          .forEach(partition -> mine.add(new TopicPartition(topic, partition)));
    }
    return mine;
  }

  private Map<String, Object> consuming() {
    return Map.of(
        "bootstrap.servers",
        rig.bootstrap(),
        "group.id",
        rig.application(),
        "enable.auto.commit",
        false,
        "auto.offset.reset",
        "earliest",
        "max.poll.records",
        5_000);
  }

  private Map<String, Object> producing() {
    return Map.of(
        "bootstrap.servers",
        rig.bootstrap(),
        "linger.ms",
        5,
        "batch.size",
        256 * 1024,
        "buffer.memory",
        64L * 1024 * 1024);
  }
}
