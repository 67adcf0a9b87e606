package io.tocsin.assess;

import io.tocsin.model.Cause;

/**
 * What a change is put down to.
 *
 * @param report the news it was, or {@code null}
 * @param record id of what else it was, or {@code null} for news and time
 * @param time in UTC epoch ms
 */
record Trigger(Cause cause, Report report, String record, long time) {
  Trigger(Cause cause, String record, long time) {
    this(cause, null, record, time);
  }

  static Trigger of(Report report) {
    return new Trigger(
        report.corrects() ? Cause.CORRECTION : Cause.NEWS, report, null, report.arrival());
  }

  /** Id of the record, or {@code null} for time. */
  String id() {
    return report == null ? record : report.id();
  }
}
