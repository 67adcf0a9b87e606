package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of a change at an endpoint. Every change that an endpoint asks for gets one in the
 * end; {@code REPEATED} ones come on top.
 *
 * @param detail what led to it, for people: the control that silences, the answer of the receiver
 */
public record Verdict(AlertLevelChange change, Fate fate, Instant at, String detail) {
  public Verdict {
    Objects.requireNonNull(change);
    Objects.requireNonNull(fate);
    Objects.requireNonNull(at);
    Objects.requireNonNull(detail);
  }

  /** The end of a change's way to an endpoint. */
  public enum Fate {
    DELIVERED,
    /** It was told once more: as a reminder, or because a silence over it has ended. */
    REPEATED,
    /** A silence covers its subject. */
    SILENCED,
    /** It takes back a rise that was silenced. */
    NOT_TOLD_BEFORE,
    /** The receiver did not take it, however often it was asked. */
    GIVEN_UP,
    /** The receiver said that it is no more (410), or refused what it will never take. */
    REFUSED;

    public boolean isMuted() {
      return this == SILENCED || this == NOT_TOLD_BEFORE;
    }

    public boolean isAbandoned() {
      return this == GIVEN_UP || this == REFUSED;
    }
  }
}
