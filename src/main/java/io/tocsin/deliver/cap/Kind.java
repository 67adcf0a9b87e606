package io.tocsin.deliver.cap;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.util.Optional;

/** What a message does to the one before it ({@code msgType}). */
enum Kind {
  /** The first word on a subject that was LOW. */
  ALERT("Alert"),
  /** Takes the place of the one before. */
  UPDATE("Update"),
  /** The level is LOW again: the one before no longer holds. */
  CANCEL("Cancel");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /**
   * @param before what it refers to; without it a message can only be the first
   */
  static Kind of(AlertLevelChange change, Optional<AlertLevelChange> before) {
    if (before.isEmpty()) {
      return ALERT;
    }
    return change.level() == Level.LOW ? CANCEL : UPDATE;
  }
}
