package io.tocsin.client;

import org.slf4j.LoggerFactory;

/** What is done with changes. One call at a time, those of a subject in their order. */
@FunctionalInterface
public interface ChangeHandler {
  /** A change. What this throws ends a {@link TocsinSubscriber}. */
  void changed(Received received);

  /** What there was at the start is through. Not called with a {@link Start.Group}. */
  default void caughtUp(Positions at) {}

  /**
   * Where reading was to go on lies no longer in the topic: its retention has passed, or it was
   * made anew. It goes on with the first change there is.
   *
   * @param from the offset that was asked for
   * @param to the one that is read next
   */
  default void missed(int partition, long from, long to) {
    LoggerFactory.getLogger(ChangeHandler.class)
        .warn("partition {} was to be read from {}, and is from {} on", partition, from, to);
  }

  /**
   * A record that is no change, and is passed over.
   *
   * @param where topic, partition and offset: {@code tocsin.alerts-3-120}
   */
  default void passedOver(String where, String why) {
    LoggerFactory.getLogger(ChangeHandler.class)
        .warn("passed over what is no change, at {}: {}", where, why);
  }
}
