package io.tocsin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The same records, as JSON, straight to their topic: what Kafka's own producer reaches. */
final class BareProducer implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  BareProducer(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "linger.ms",
                5,
                "compression.type",
                "zstd"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Nanoseconds until Kafka has all of them. */
  long send(int from, int records) {
    var failed = new AtomicReference<Exception>();
    long begun = System.nanoTime();
    for (int i = from; i < from + records; i++) {
      var value = HttpLoad.news(i).getBytes(UTF_8);
      producer.send(
          new ProducerRecord<>("tocsin.news", ("load-" + i).getBytes(UTF_8), value),
          (metadata, e) -> {
            if (e != null) {
              failed.compareAndSet(null, e);
            }
          });
    }
    producer.flush();
    if (failed.get() != null) {
      throw new IllegalStateException(failed.get());
    }
    return System.nanoTime() - begun;
  }

  @Override
  public void close() {
    producer.close();
  }
}
