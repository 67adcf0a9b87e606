package io.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.client.Stamp;
import io.tocsin.client.Undisturbed;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.topology.Sequencer;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes records so that they are read in the order they are sent in: numbered, and all to one
 * partition of their topics.
 */
final class Playback implements AutoCloseable {
  private static final int PARTITION = 0;
  private static final int DELIVERY_MILLIS = 60_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final String bootstrap;
  private final Topics topics;
  private final CloudEvents events;
  private final Stamp[] stamps;
  private final io.tocsin.wire.Format format;
  private final String name = UUID.randomUUID().toString();
  private final AtomicReference<Exception> failed = new AtomicReference<>();
  private long number;

  Playback(Options options, String bootstrap) {
    var settings = new HashMap<>(Wiring.client(options, bootstrap));
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.putIfAbsent("linger.ms", 5);
    settings.putIfAbsent("compression.type", "lz4");
    settings.putIfAbsent("request.timeout.ms", DELIVERY_MILLIS / 2);
    settings.putIfAbsent("delivery.timeout.ms", DELIVERY_MILLIS);
    settings.putIfAbsent("max.request.size", Topics.MAX_MESSAGE_BYTES);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.bootstrap = bootstrap;
    this.topics = Wiring.topics(options);
    this.format = Wiring.codecs(options).format();
    this.events = new CloudEvents(Wiring.source(options));
    this.stamps = Signatures.of(options).byCommand("replay");
  }

  /**
   * Publishes the next record.
   *
   * @param had is run when Kafka has it, on another thread
   * @throws Failure where Kafka did not take this one or one before it
   */
  void send(Incoming record, Runnable had) {
    check();
    var outgoing = outgoing(record);
    events.stamp(outgoing.headers(), record, format);
    for (var stamp : stamps) {
      stamp.on(outgoing.headers(), record, outgoing.value());
    }
    outgoing.headers().add(Sequencer.HEADER, (name + "/" + number++).getBytes(UTF_8));
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
    Undisturbed.close(producer::close);
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
        PARTITION,
        topic.keys().serializer().serialize(topic.name(), key),
        topic.values().serializer().serialize(topic.name(), value));
  }

  private void check() {
    if (failed.get() != null) {
      throw failure(failed.get());
    }
  }

  private Failure failure(Exception e) {
    return new Failure(
        "Kafka at %s did not take the records (%s)".formatted(bootstrap, e.getMessage()),
        "See what is wrong with: tocsin doctor. Records that were taken are known by their ids"
            + " and do not count twice.",
        e);
  }
}
