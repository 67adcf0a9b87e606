package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;

/** Which changes are told in one message. */
public enum Grouping {
  /**
   * Those that one event, statement or control brought about, or one moment in time. They share
   * cause and moment; a region as a whole does not know the trigger, but it shares these.
   */
  TRIGGER,
  ENTITY,
  REGION,
  /** Each change alone. */
  NONE;

  /** More changes than these go in messages of their own. */
  static final int MOST_CHANGES = 50;

  /** How many changes a message may hold. */
  int most() {
    return this == NONE ? 1 : MOST_CHANGES;
  }

  String key(AlertLevelChange change) {
    return switch (this) {
      case TRIGGER -> change.cause() + "@" + change.effectiveAt();
      case ENTITY -> change.entity();
      case REGION -> change.region();
      case NONE -> change.id();
    };
  }
}
