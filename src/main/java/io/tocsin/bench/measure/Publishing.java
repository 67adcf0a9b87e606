package io.tocsin.bench.measure;

import io.tocsin.bench.workload.Generator;
import io.tocsin.bench.workload.Workload;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.Codec;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes a workload: Avro in single-object encoding, keyed as publishers key. */
public final class Publishing {
  private static final int STRIDE = 1_000;

  private final String prefix;
  private final Generator generator;
  private final Codec<NewsEvent> news = Codecs.of(Format.AVRO).news();
  private final Codec<OfficialStatement> statements = Codecs.of(Format.AVRO).statements();

  private Publishing(String prefix, Generator generator) {
    this.prefix = prefix;
    this.generator = generator;
  }

  /** News as they happen: each is dated when it is made. */
  static Publishing live(String prefix, Workload workload) {
    return new Publishing(prefix, new Generator(workload, number -> System.currentTimeMillis()));
  }

  /** Publishes all of it, once. */
  public static void all(String bootstrap, String prefix, Workload workload, LongConsumer progress)
      throws InterruptedException {
    var publishing = new Publishing(prefix, new Generator(workload));
    var failed = new AtomicReference<Exception>();
    try (var producer = producer(bootstrap, 20)) {
      for (long number = 0; number < workload.news(); number++) {
        producer.send(publishing.news(number), (at, e) -> failed.compareAndSet(null, e));
        if ((number + 1) % STRIDE == 0) {
          progress.accept(STRIDE);
          if (Thread.interrupted()) {
            throw new InterruptedException("while publishing");
          }
        }
        if (publishing.isBeforeStatement(number)) {
          producer.send(
              publishing.statementAfter(number), (at, e) -> failed.compareAndSet(null, e));
        }
      }
      producer.flush();
    }
    if (failed.get() != null) {
      throw new IllegalStateException("the broker did not take the records", failed.get());
    }
  }

  static KafkaProducer<byte[], byte[]> producer(String bootstrap, int lingerMillis) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "acks",
            "all",
            // a broker that the machine keeps waiting is no failure
            "request.timeout.ms",
            120_000,
            "delivery.timeout.ms",
            600_000,
            "linger.ms",
            lingerMillis,
            "batch.size",
            256 * 1024,
            "buffer.memory",
            64L * 1024 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  ProducerRecord<byte[], byte[]> news(long number) {
    return record(generator.news(number));
  }

  ProducerRecord<byte[], byte[]> probe(int probe, long number) {
    return record(generator.probe(probe, number));
  }

  /** The subject whose level a probe moves. */
  String subjectOfProbe(int probe) {
    var news = generator.probe(probe, 0);
    return news.entities().get(0) + "|" + news.regions().get(0);
  }

  boolean isBeforeStatement(long number) {
    return generator.isBeforeStatement(number);
  }

  ProducerRecord<byte[], byte[]> statementAfter(long number) {
    var statement = generator.statement(generator.statementAfter(number));
    return new ProducerRecord<>(
        prefix + ".statements", bytes(statement.authority()), statements.encode(statement));
  }

  private ProducerRecord<byte[], byte[]> record(NewsEvent event) {
    return new ProducerRecord<>(prefix + ".news", bytes(event.id()), news.encode(event));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
