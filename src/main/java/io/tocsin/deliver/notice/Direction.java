package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;

/** Where a level went. */
public enum Direction {
  UP,
  DOWN;

  public static Direction of(AlertLevelChange change) {
    return change.level().isAbove(change.previousLevel()) ? UP : DOWN;
  }
}
