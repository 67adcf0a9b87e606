package io.tocsin.client;

import java.util.Objects;

/** A record was not published, as far as this client knows. */
public final class PublishFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** More is on its way than may be: send it again in a moment. Nothing was sent. */
    BUFFER_FULL(true),
    /**
     * Kafka, or the schema registry, does not answer. Kafka may have the record all the same; to
     * send it again does no harm, for its id and revision tell it.
     */
    UNAVAILABLE(true),
    /** It is larger than records may be. */
    TOO_LARGE(false),
    /** Kafka will not have it: no right to write, say, or no such topic. */
    REFUSED(false),
    /** The publisher is closed. */
    CLOSED(false);

    private final boolean passing;

    Reason(boolean passing) {
      this.passing = passing;
    }

    /** Whether the same record may be taken later. */
    public boolean isPassing() {
      return passing;
    }
  }

  private final Reason reason;

  PublishFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason);
  }

  public Reason reason() {
    return reason;
  }
}
