package io.tocsin.ingest.cap;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;

/** Alerts that say nothing which could be a record. */
final class Unsaid {
  private Unsaid() {}

  static InvalidRecord of(Alert alert) {
    return new InvalidRecord(
        Problem.of(
            "msgType",
            alert.kind().word(),
            "says nothing of the world: it answers another message"));
  }

  static InvalidRecord nothing() {
    return new InvalidRecord(new Problem("info", "", "must be given with Alert and Update"));
  }
}
