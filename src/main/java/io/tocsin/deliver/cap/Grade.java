package io.tocsin.deliver.cap;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;

/** A level in CAP's words; the table is in docs/cap.md. */
enum Grade {
  LOW("Minor", "Past"),
  MODERATE("Minor", "Future"),
  SUBSTANTIAL("Moderate", "Future"),
  SEVERE("Severe", "Expected"),
  CRITICAL("Extreme", "Expected");

  private final String severity;
  private final String urgency;

  Grade(String severity, String urgency) {
    this.severity = severity;
    this.urgency = urgency;
  }

  static Grade of(Level level) {
    return valueOf(level.name());
  }

  String severity() {
    return severity;
  }

  String urgency() {
    return urgency;
  }

  /** By whose word the level is what it is. */
  static String certainty(AlertLevelChange change) {
    if (change.level() == Level.LOW) {
      return "Unlikely";
    }
    return change.declared() == change.level() ? "Likely" : "Possible";
  }
}
