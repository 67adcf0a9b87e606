package io.tocsin.deliver.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.client.Connection;
import io.tocsin.client.Receipt;
import io.tocsin.client.Stamp;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Incoming;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes dead letters again, to the topic they came from. The record says which letter it was
 * ({@value DeadLetter#RETRIED_FROM}), so what fails again says so too; and a note beside the letter
 * says that it was tried, so that nothing is retried over and over.
 */
public final class Retry {
  /** What is of the letter and not of the record; and the place in a replay that is over. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          DeadLetter.REASON,
          DeadLetter.WHY,
          DeadLetter.TOPIC,
          DeadLetter.PARTITION,
          DeadLetter.OFFSET,
          DeadLetter.RETRIED_FROM,
          "tocsin_sequence");

  private final Topics topics;
  private final TocsinPublisher publisher;

  /**
   * @param publisher to the same topics; whoever made it closes it
   */
  public Retry(Connection connection, TocsinPublisher publisher) {
    this.topics = connection.topics();
    this.publisher = publisher;
  }

  /**
   * Publishes the record of a letter as it is.
   *
   * @return where it lies; else {@link io.tocsin.client.PublishFailed}
   */
  public CompletableFuture<Retried> again(Letter letter) {
    var record =
        new ProducerRecord<>(letter.heading().from().topic(), letter.key(), letter.value());
    for (var header : letter.headers()) {
      if (!LEFT_OUT.contains(header.key())) {
        record.headers().add(header);
      }
    }
    put(record.headers(), DeadLetter.RETRIED_FROM, letter.heading().id());
    return noted(letter, publisher.publish(record));
  }

  /**
   * Publishes another value in the letter's place: with a key and headers of its own, and the trace
   * of the letter. A signature is not taken along, for it was over other bytes.
   *
   * @param value the record in any encoding that the topic takes
   * @param stamps add headers to it
   * @throws Unreadable with every broken rule where the value is no record for the topic
   */
  public CompletableFuture<Retried> corrected(Letter letter, byte[] value, Stamp... stamps) {
    var name = letter.heading().from().topic();
    var record =
        incoming(name)
            .map(topic -> (Incoming) topic.values().deserializer().deserialize(name, value));
    if (record.isEmpty()) {
      return again(new Letter(letter.heading(), letter.key(), value, letter.headers()));
    }
    Stamp whence = (headers, incoming, bytes) -> carryOn(letter, headers);
    var all = new ArrayList<>(List.of(stamps));
    all.add(whence);
    return noted(letter, publisher.publish(record.get(), all.toArray(Stamp[]::new)));
  }

  private Optional<Topic<?, ? extends Incoming>> incoming(String name) {
    return List.<Topic<?, ? extends Incoming>>of(
            topics.news(), topics.statements(), topics.controls())
        .stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst();
  }

  private static void carryOn(Letter letter, Headers headers) {
    var old = new RecordHeaders(letter.headers());
    CloudEvents.passTrace(old, headers);
    put(headers, DeadLetter.RETRIED_FROM, letter.heading().id());
  }

  /** Writes the note once the record is there; not on the thread that speaks to Kafka. */
  private CompletableFuture<Retried> noted(Letter letter, CompletableFuture<Receipt> receipt) {
    return receipt.thenComposeAsync(
        at -> {
          var to = new Place(at.topic(), at.partition(), at.offset());
          return publisher
              .publish(note(letter, to))
              .thenApply(done -> new Retried(letter.heading().id(), to));
        });
  }

  private static ProducerRecord<byte[], byte[]> note(Letter letter, Place to) {
    var id = letter.heading().id();
    var note = new ProducerRecord<byte[], byte[]>(id.topic(), id.partition(), letter.key(), null);
    put(note.headers(), DeadLetter.RETRIED, id);
    put(note.headers(), DeadLetter.RETRIED_TO, to);
    return note;
  }

  private static void put(Headers headers, String name, Place place) {
    headers.add(name, place.toString().getBytes(UTF_8));
  }
}
