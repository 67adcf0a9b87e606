package io.tocsin.deliver.cap;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A change as a message.
 *
 * @param before what it refers to: the subject's change before, if that one left it above LOW
 */
public record Message(AlertLevelChange change, Optional<AlertLevelChange> before) {
  public Message {
    Objects.requireNonNull(change);
    before = before.filter(earlier -> earlier.level() != Level.LOW);
  }

  /** Its identifier, which is that of the change. */
  public String id() {
    return change.id();
  }

  /** When it was sent: when the change was told. */
  public Instant sent() {
    return change.emittedAt();
  }

  Kind kind() {
    return Kind.of(change, before);
  }
}
