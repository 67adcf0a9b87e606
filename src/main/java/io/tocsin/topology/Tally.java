package io.tocsin.topology;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Level;

/**
 * Counts what becomes of records, so that the books can be balanced: {@code read = assessed +
 * duplicate + superseded + recorded + unlocated + policy + dead-lettered}. Says as well what was
 * told, and how long records took.
 */
public interface Tally {
  /** What became of a record. */
  enum Entry {
    READ,
    ASSESSED,
    DUPLICATE,
    SUPERSEDED,
    RECORDED,
    UNLOCATED,
    POLICY,
    DEAD_LETTERED
  }

  /** Where a change leads. */
  enum Direction {
    UP,
    DOWN,
    NONE;

    static Direction of(AlertLevelChange change) {
      var before = change.previousLevel() == null ? Level.LOW : change.previousLevel();
      int turn = change.level().compareTo(before);
      return turn > 0 ? UP : turn < 0 ? DOWN : NONE;
    }
  }

  /** A stretch of the way of a record. */
  enum Leg {
    /** From when an event was published until its record was written to a topic. */
    EVENT_TO_TOPIC,
    /** From there until a change was emitted that comes of it. */
    TOPIC_TO_CHANGE
  }

  /** Keeps no books. */
  Tally NONE =
      new Tally() {
        @Override
        public void count(Entry entry, String reason, long times) {}

        @Override
        public void told(Cause cause, Direction direction, long times) {}

        @Override
        public void took(Leg leg, long millis, String trace) {}
      };

  /**
   * @param reason of a dead letter; empty otherwise
   */
  void count(Entry entry, String reason, long times);

  default void count(Entry entry) {
    count(entry, "", 1);
  }

  /**
   * What the assessor of a partition holds now.
   *
   * @param holdings {@code null} where it is assessed elsewhere from now on
   */
  default void holds(int partition, Holdings holdings) {}

  /** Claims were read out of a text. */
  default void extracted(long nanos) {}

  /** Changes were told to subscribers to alerts. */
  void told(Cause cause, Direction direction, long times);

  /**
   * One record took so long.
   *
   * @param trace {@code traceparent} of the record (W3C Trace Context), or {@code null}
   */
  void took(Leg leg, long millis, String trace);
}
