package io.tocsin.client;

import java.time.Instant;
import java.util.Objects;

/** Where a reader of changes begins. */
public sealed interface Start {

  /** With what is told from this moment on. */
  record Now() implements Start {}

  /** With the first change that Kafka still has. */
  record Beginning() implements Start {}

  /**
   * With changes that took effect at this time or later. Kafka's history is read in full, and what
   * is earlier left out.
   */
  record Since(Instant time) implements Start {
    public Since {
      Objects.requireNonNull(time);
    }
  }

  /**
   * Where a reader has left off. Partitions that the positions do not name are read from their
   * beginning.
   */
  record After(Positions positions) implements Start {
    public After {
      Objects.requireNonNull(positions);
    }
  }

  /**
   * Where this consumer group has left off; at the beginning the first time. Readers with one group
   * share the changes, each subject's at one reader. A change is committed once its handler is
   * through, so after a crash it may come again.
   */
  record Group(String id) implements Start {
    public Group {
      Objects.requireNonNull(id);
    }
  }

  static Start now() {
    return new Now();
  }

  static Start beginning() {
    return new Beginning();
  }

  static Start since(Instant time) {
    return new Since(time);
  }

  static Start after(Positions positions) {
    return new After(positions);
  }

  static Start group(String id) {
    return new Group(id);
  }
}
