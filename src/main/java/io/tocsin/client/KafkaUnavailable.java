package io.tocsin.client;

import java.util.Objects;
import org.apache.kafka.common.KafkaException;

/** What is asked of Kafka cannot be had. */
public final class KafkaUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The topic does not exist, or this client may not see it. */
    NO_TOPIC,
    /** No broker answers, or it refuses the request. */
    NO_ANSWER
  }

  private final Reason reason;

  private KafkaUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static KafkaUnavailable noTopic(String topic) {
    return new KafkaUnavailable(Reason.NO_TOPIC, "there is no topic " + topic, null);
  }

  static KafkaUnavailable noAnswer(Object servers, KafkaException cause) {
    var why = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    return new KafkaUnavailable(
        Reason.NO_ANSWER, "Kafka at %s does not answer (%s)".formatted(servers, why), cause);
  }

  public Reason reason() {
    return reason;
  }
}
