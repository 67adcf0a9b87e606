package io.tocsin.deliver.board;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;

/**
 * A change that was told: what lists need, and the rest as it came.
 *
 * @param sequence of the subject's changes
 * @param effectiveAt event time, epoch ms
 * @param emittedAt wall clock, epoch ms
 * @param partition of the topic of alerts
 * @param offset in it
 * @param bytes the value of the record; not to be changed
 */
public record Told(
    String id,
    Subject subject,
    long sequence,
    Level previous,
    Level level,
    Level declared,
    Level reported,
    long effectiveAt,
    long emittedAt,
    int partition,
    long offset,
    byte[] bytes)
    implements Seen {

  static Told of(Subject subject, AlertLevelChange change, Entry entry) {
    return new Told(
        change.id(),
        subject,
        change.sequence(),
        change.previousLevel(),
        change.level(),
        change.declared(),
        change.reported(),
        change.effectiveAt().toEpochMilli(),
        entry.timestamp(),
        entry.partition(),
        entry.offset(),
        entry.value());
  }

  @Override
  public Level height() {
    return Level.max(previous, level);
  }
}
