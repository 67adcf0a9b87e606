package io.tocsin.api.publish;

import io.tocsin.ingest.Channel;
import io.tocsin.model.Incoming;
import io.tocsin.trace.TraceContext;
import java.util.concurrent.CompletableFuture;

/** The door through which what is posted goes on. */
public interface Ingress {
  /**
   * Publishes one record; may hold up the caller while much is on its way.
   *
   * @param channel the way by which it came in
   * @param trace in which it goes on; may be none
   * @return where it lies, once it is safe there, or {@link NotTaken}
   */
  CompletableFuture<Position> publish(Incoming record, Channel channel, TraceContext trace);

  /** Whether a request may be taken on: not while as much as may be is on its way to Kafka. */
  boolean hasRoom();

  /** Where a record lies. */
  record Position(String topic, int partition, long offset) {}

  /** A record did not get through, as far as is known. */
  final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * @param passing whether the same record may get through later
     */
    public NotTaken(boolean passing, String why, Throwable cause) {
      super(why, cause);
      this.passing = passing;
    }

    public boolean isPassing() {
      return passing;
    }
  }
}
