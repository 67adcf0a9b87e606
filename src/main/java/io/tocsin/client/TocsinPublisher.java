package io.tocsin.client;

import io.tocsin.client.PublishFailed.Reason;
import io.tocsin.client.PublisherSettings.WhenFull;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.RegistryUnavailable;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes news, statements and controls: keyed as agreed, with headers of CloudEvents, in order
 * within each key, each once however often a broker has to be asked again ({@code acks=all},
 * idempotent). For use by many threads; one is enough for a program.
 *
 * <p>What is on its way takes {@link PublisherSettings#bufferBytes} at most. A record beyond that
 * fails at once or waits, as {@link PublisherSettings#whenFull} says, so that a server can turn a
 * request away and memory stays bounded.
 */
public final class TocsinPublisher implements AutoCloseable {
  /** What a record costs beside its bytes, about: its headers, its batch, its future. */
  private static final int OVERHEAD = 512;

  /** A server's thread waits no longer than this to learn where a topic is. */
  private static final int SHORT_BLOCK_MILLIS = 1_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Connection connection;
  private final Topics topics;
  private final CloudEvents events;
  private final Room room;
  private volatile boolean closed;

  private TocsinPublisher(Connection connection, PublisherSettings settings) {
    this.connection = connection;
    this.topics = connection.topics();
    this.events = new CloudEvents(settings.source());
    this.room = new Room(settings);
    this.producer =
        new KafkaProducer<>(
            properties(connection, settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Opens a publisher. Nothing is sent yet, and no broker need be there.
   *
   * @throws KafkaException where a property of the connection cannot be used
   */
  public static TocsinPublisher open(Connection connection, PublisherSettings settings) {
    return new TocsinPublisher(connection, settings);
  }

  /**
   * Publishes one record. Its future completes on a thread that must not be held up.
   *
   * @param stamps add headers to it
   * @return where it lies, or {@link PublishFailed}
   * @throws InterruptException where the thread is interrupted while it waits
   */
  public CompletableFuture<Receipt> publish(Incoming record, Stamp... stamps) {
    ProducerRecord<byte[], byte[]> outgoing;
    try {
      outgoing = outgoing(record);
    } catch (RegistryUnavailable e) {
      return failed(Reason.UNAVAILABLE, e.getMessage(), e);
    }
    events.stamp(outgoing.headers(), record, topics.format());
    for (var stamp : stamps) {
      stamp.on(outgoing.headers(), record, outgoing.value());
    }
    return publish(outgoing);
  }

  /**
   * Publishes bytes as they are: what comes from elsewhere, with its headers.
   *
   * @see #publish(Incoming, Stamp...)
   */
  public CompletableFuture<Receipt> publish(ProducerRecord<byte[], byte[]> record) {
    int size = size(record);
    if (size > Topics.MAX_MESSAGE_BYTES) {
      return failed(
          Reason.TOO_LARGE,
          "a record of %d bytes is larger than %d".formatted(size, Topics.MAX_MESSAGE_BYTES),
          null);
    }
    if (closed) {
      return failed(Reason.CLOSED, "the publisher is closed", null);
    }
    if (!room.take(size)) {
      return failed(
          Reason.BUFFER_FULL, "%d bytes wait for Kafka already".formatted(room.taken()), null);
    }
    return send(record, size);
  }

  /** Bytes that Kafka has not acknowledged yet. */
  public long waiting() {
    return room.taken();
  }

  /** Whether a record of any size would find room now. */
  public boolean hasRoom() {
    return room.isFor(Topics.MAX_MESSAGE_BYTES);
  }

  /** Waits until everything published so far has a receipt or has failed. */
  public void flush() {
    producer.flush();
  }

  /** Takes nothing more, and waits until what it took has a receipt or has failed. */
  @Override
  public void close() {
    closed = true;
    Undisturbed.close(producer::close);
  }

  private CompletableFuture<Receipt> send(ProducerRecord<byte[], byte[]> record, int size) {
    var receipt = new CompletableFuture<Receipt>();
    try {
      producer.send(
          record,
          (at, trouble) -> {
            room.free(size);
            if (trouble == null) {
              receipt.complete(new Receipt(at.topic(), at.partition(), at.offset()));
            } else {
              receipt.completeExceptionally(failure(record.topic(), trouble));
            }
          });
      return receipt;
    } catch (InterruptException e) {
      room.free(size);
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      room.free(size);
      return CompletableFuture.failedFuture(failure(record.topic(), e));
    }
  }

  private PublishFailed failure(String topic, Exception trouble) {
    var reason = closed ? Reason.CLOSED : Reason.REFUSED;
    if (trouble instanceof RecordTooLargeException) {
      reason = Reason.TOO_LARGE;
    } else if (trouble instanceof BufferExhaustedException) {
      reason = Reason.BUFFER_FULL;
    } else if (trouble instanceof RetriableException) {
      reason = Reason.UNAVAILABLE;
    }
    // who may write nowhere is told that of the cluster, not of the topic
    var what =
        trouble instanceof AuthorizationException
            ? "does not let this user write to the topic " + topic
            : "did not take the record";
    return new PublishFailed(
        reason,
        "Kafka at %s %s (%s)".formatted(connection.servers(), what, trouble.getMessage()),
        trouble);
  }

  private static CompletableFuture<Receipt> failed(Reason reason, String why, Throwable cause) {
    return CompletableFuture.failedFuture(new PublishFailed(reason, why, cause));
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

  private static int size(ProducerRecord<byte[], byte[]> record) {
    long size = OVERHEAD + length(record.key()) + length(record.value());
    for (var header : record.headers()) {
      size += header.key().length() + length(header.value());
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static Map<String, Object> properties(Connection connection, PublisherSettings settings) {
    var properties = new HashMap<>(connection.properties());
    int patience = Math.toIntExact(settings.patience().toMillis());
    boolean waits = settings.whenFull() == WhenFull.WAIT;
    properties.put("acks", "all");
    properties.put("enable.idempotence", true);
    // what is on its way is counted by Room; batches that are not full need some more
    properties.put("buffer.memory", 2 * settings.bufferBytes());
    properties.putIfAbsent("compression.type", "zstd");
    properties.putIfAbsent("linger.ms", 5);
    properties.putIfAbsent("max.block.ms", waits ? patience / 3 : SHORT_BLOCK_MILLIS);
    properties.putIfAbsent("request.timeout.ms", patience / 3);
    properties.putIfAbsent("delivery.timeout.ms", patience);
    properties.putIfAbsent("max.request.size", Topics.MAX_MESSAGE_BYTES);
    return properties;
  }
}
