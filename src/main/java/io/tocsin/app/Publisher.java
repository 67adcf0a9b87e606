package io.tocsin.app;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes records to their topics: keyed as agreed, with headers of CloudEvents, in order, each
 * once however often a broker has to be asked again.
 */
final class Publisher implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Object servers;
  private final Topics topics;
  private final Format format;
  private final CloudEvents events;
  private final AtomicReference<Exception> failed = new AtomicReference<>();

  /**
   * @param client properties that every client has in common
   * @param source a URI reference that names who publishes
   */
  Publisher(Map<String, Object> client, Topics topics, Format format, String source) {
    var settings = new HashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.putIfAbsent("compression.type", "zstd");
    settings.putIfAbsent("linger.ms", 5);
    settings.putIfAbsent("max.block.ms", PATIENCE_MILLIS / 3);
    settings.putIfAbsent("request.timeout.ms", PATIENCE_MILLIS / 3);
    settings.putIfAbsent("delivery.timeout.ms", PATIENCE_MILLIS);
    settings.putIfAbsent("max.request.size", Topics.MAX_MESSAGE_BYTES);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.servers = client.get("bootstrap.servers");
    this.topics = topics;
    this.format = format;
    this.events = new CloudEvents(source);
  }

  /**
   * Publishes one record.
   *
   * @param had is run when Kafka has it, on another thread
   * @throws Failure where Kafka did not take this one or one before it
   */
  void send(Incoming record, Runnable had) {
    check();
    var outgoing = outgoing(record);
    events.stamp(outgoing.headers(), record, format);
    try {
      producer.send(
          outgoing,
          (metadata, e) -> {
            if (e == null) {
              had.run();
            } else {
              failed.compareAndSet(null, e);
            }
          });
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw failure(e);
    }
  }

  /**
   * Waits until Kafka has everything.
   *
   * @throws Failure where it does not take something
   */
  void flush() {
    producer.flush();
    check();
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<byte[], byte[]> outgoing(Incoming record) {
    if (record instanceof NewsEvent event) {
      return bytes(topics.news(), event.id(), event);
    }
    if (record instanceof OfficialStatement statement) {
      return bytes(topics.statements(), statement.authority(), statement);
    }
    var control = (Control) record;
    return bytes(topics.controls(), Topics.key(control), control);
  }

  private static <K, V> ProducerRecord<byte[], byte[]> bytes(Topic<K, V> topic, K key, V value) {
    return new ProducerRecord<>(
        topic.name(),
        topic.keys().serializer().serialize(topic.name(), key),
        topic.values().serializer().serialize(topic.name(), value));
  }

  private void check() {
    var e = failed.get();
    if (e != null) {
      throw failure(e);
    }
  }

  private Failure failure(Exception e) {
    return new Failure(
        "Kafka at %s did not take the records (%s)".formatted(servers, e.getMessage()),
        "Mend it, with the help of tocsin doctor, and publish the file again: records that were"
            + " taken are known by their ids and do not count twice.",
        e);
  }
}
