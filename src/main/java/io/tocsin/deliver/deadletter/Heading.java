package io.tocsin.deliver.deadletter;

import io.tocsin.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is to be known of a dead letter beside the record in it.
 *
 * @param id where the letter lies; its name everywhere
 * @param at the timestamp of the record in it: mostly when it was published
 * @param reason name of a constant: what is wrong
 * @param why in words
 * @param from where the record came from
 * @param retriedFrom optional: the letter it was before, of a record that was published again and
 *     failed again
 * @param retried whether it was published again since
 * @param bytes how large its value is
 */
public record Heading(
    Place id,
    Instant at,
    String reason,
    String why,
    Place from,
    Place retriedFrom,
    boolean retried,
    int bytes) {

  /** Whether nobody has tried it again, and it is not itself what came of trying. */
  public boolean isOpen() {
    return !retried && retriedFrom == null;
  }

  Heading tried() {
    return new Heading(id, at, reason, why, from, retriedFrom, true, bytes);
  }

  /** Of a record in the topic of dead letters; empty for one that is none. */
  static Optional<Heading> of(ConsumerRecord<byte[], byte[]> record) {
    return DeadLetter.of(record.headers())
        .map(
            letter ->
                new Heading(
                    new Place(record.topic(), record.partition(), record.offset()),
                    Instant.ofEpochMilli(record.timestamp()),
                    letter.reason(),
                    letter.why(),
                    new Place(letter.topic(), letter.partition(), letter.offset()),
                    place(record, DeadLetter.RETRIED_FROM).orElse(null),
                    false,
                    record.value() == null ? 0 : record.value().length));
  }

  /** The place that a header names. */
  static Optional<Place> place(ConsumerRecord<?, ?> record, String header) {
    var found = record.headers().lastHeader(header);
    return found == null || found.value() == null
        ? Optional.empty()
        : Place.parse(new String(found.value(), StandardCharsets.UTF_8));
  }
}
