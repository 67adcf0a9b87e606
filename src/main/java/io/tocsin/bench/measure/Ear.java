package io.tocsin.bench.measure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one topic, committed records alone, and notes how long each awaited key took. */
final class Ear implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LONGEST_MICROS = 600_000_000L;
  private static final int DIGITS = 3;
  private static final long NANOS_IN_MICRO = 1000;

  private final Map<String, Long> awaited = new ConcurrentHashMap<>();
  private final Histogram micros = new Histogram(1, LONGEST_MICROS, DIGITS);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Thread thread;

  /** Begins to listen at the topic's end. */
  Ear(String bootstrap, String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "latest",
                "fetch.max.wait.ms",
                100),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread = new Thread(() -> listen(consumer), "hears " + topic);
    thread.start();
  }

  private void listen(KafkaConsumer<byte[], byte[]> consumer) {
    try (consumer) {
      while (!stopping.get()) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        for (var record : records) {
          if (record.key() != null) {
            heard(new String(record.key(), StandardCharsets.UTF_8), now);
          }
        }
      }
    }
  }

  private void heard(String key, long now) {
    var intended = awaited.remove(key);
    if (intended != null) {
      note(now - intended);
    }
  }

  private synchronized void note(long nanos) {
    micros.recordValue(Math.min(LONGEST_MICROS, Math.max(1, nanos / NANOS_IN_MICRO)));
  }

  /**
   * @param intended the moment at which it should be sent, of {@link System#nanoTime}
   */
  void await(String key, long intended) {
    awaited.put(key, intended);
  }

  boolean isWaiting() {
    return !awaited.isEmpty();
  }

  /** Forgets what was noted, not what is awaited. */
  synchronized void restart() {
    micros.reset();
  }

  /** Counts what has not come as if it came now. */
  synchronized Delays delays() {
    long missing = awaited.size();
    long now = System.nanoTime();
    awaited.values().forEach(intended -> note(now - intended));
    awaited.clear();
    return Delays.of(micros, missing);
  }

  @Override
  public void close() {
    stopping.set(true);
    boolean interrupted = Thread.interrupted();
    try {
      thread.join();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
