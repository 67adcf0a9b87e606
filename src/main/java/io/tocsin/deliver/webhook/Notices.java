package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Verdict;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What became of changes at endpoints, as the topic of notices has it: by endpoint, the change as
 * it is, and in headers what became of it, when, and what led to it.
 */
public final class Notices {
  static final String FATE = "tocsin_fate";
  static final String AT = "tocsin_at";
  static final String DETAIL = "tocsin_detail";

  private final Topic<String, AlertLevelChange> topic;

  public Notices(Topic<String, AlertLevelChange> topic) {
    this.topic = topic;
  }

  /** The key of an endpoint's records, which all lie in one partition. */
  byte[] key(String endpoint) {
    return topic.keys().serializer().serialize(topic.name(), endpoint);
  }

  /**
   * @param partitions of the topic
   */
  ProducerRecord<byte[], byte[]> record(String endpoint, Verdict verdict, int partitions) {
    var key = key(endpoint);
    var record =
        new ProducerRecord<>(
            topic.name(),
            Partitions.of(key, partitions),
            key,
            topic.values().serializer().serialize(topic.name(), verdict.change()));
    put(record.headers(), FATE, verdict.fate().name());
    put(record.headers(), AT, verdict.at().toString());
    put(record.headers(), DETAIL, verdict.detail());
    return record;
  }

  /** The endpoint that a record is of. */
  public String endpoint(ConsumerRecord<byte[], byte[]> record) {
    return topic.keys().deserializer().deserialize(topic.name(), record.key());
  }

  /** The verdict in a record; empty where it holds none. */
  public Optional<Verdict> verdict(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(
          new Verdict(
              topic.values().deserializer().deserialize(topic.name(), record.value()),
              Verdict.Fate.valueOf(text(record.headers(), FATE)),
              Instant.parse(text(record.headers(), AT)),
              text(record.headers(), DETAIL)));
    } catch (Unreadable
        | IllegalArgumentException
        | NullPointerException
        | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
