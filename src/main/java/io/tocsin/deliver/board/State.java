package io.tocsin.deliver.board;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;

/**
 * The latest state of a subject: what lists need, and the rest as it came. Takes about 160 bytes
 * beside the value's own.
 *
 * @param effectiveAt event time, epoch ms
 * @param nextFallAt when it falls by itself, epoch ms; {@link #NEVER} where it does not
 * @param bytes the value of the record; not to be changed
 */
public record State(
    Subject subject,
    Level level,
    Level declared,
    Level reported,
    double score,
    long effectiveAt,
    long nextFallAt,
    byte[] bytes)
    implements Seen {
  public static final long NEVER = Long.MAX_VALUE;

  static State of(Subject subject, AlertLevelChange change, byte[] bytes) {
    return new State(
        subject,
        change.level(),
        change.declared(),
        change.reported(),
        change.score(),
        change.effectiveAt().toEpochMilli(),
        change.nextFallAt() == null ? NEVER : change.nextFallAt().toEpochMilli(),
        bytes);
  }

  @Override
  public Level height() {
    return level;
  }
}
