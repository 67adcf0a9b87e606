package io.tocsin.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why a record is in the topic of dead letters, and where it came from. Carried in headers beside
 * those that it came with.
 *
 * @param reason name of an enum's constant: what is wrong
 * @param why in words, with every broken rule; at most {@value #LONGEST_WHY} characters are kept
 */
public record DeadLetter(String reason, String why, String topic, int partition, long offset) {
  public static final String REASON = "tocsin_reason";
  public static final String WHY = "tocsin_why";
  public static final String TOPIC = "tocsin_topic";
  public static final String PARTITION = "tocsin_partition";
  public static final String OFFSET = "tocsin_offset";

  /** Of a record that was published again: the dead letter it was, as topic-partition-offset. */
  public static final String RETRIED_FROM = "tocsin_retried_from";

  /** Of a note beside a dead letter, without a value: the letter that was published again. */
  public static final String RETRIED = "tocsin_retried";

  /** Of such a note: where the letter was published to. */
  public static final String RETRIED_TO = "tocsin_retried_to";

  private static final int LONGEST_WHY = 10_000;

  public DeadLetter {
    why = why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY) + "…";
  }

  public static DeadLetter of(
      Enum<?> reason, String why, String topic, int partition, long offset) {
    return new DeadLetter(reason.name(), why, topic, partition, offset);
  }

  public static DeadLetter of(Unreadable cause, String topic, int partition, long offset) {
    return of(cause.reason(), cause.getMessage(), topic, partition, offset);
  }

  /** Adds the headers; if the record was a dead letter before, its new ones are the last. */
  public void addTo(Headers headers) {
    add(headers, REASON, reason);
    add(headers, WHY, why);
    add(headers, TOPIC, topic);
    add(headers, PARTITION, Integer.toString(partition));
    add(headers, OFFSET, Long.toString(offset));
  }

  /** What the headers say; empty where they are not those of a dead letter. */
  public static Optional<DeadLetter> of(Headers headers) {
    try {
      return Optional.of(
          new DeadLetter(
              text(headers, REASON),
              text(headers, WHY),
              text(headers, TOPIC),
              Integer.parseInt(text(headers, PARTITION)),
              Long.parseLong(text(headers, OFFSET))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
