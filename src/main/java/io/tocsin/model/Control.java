package io.tocsin.model;

import java.time.Instant;

/**
 * What an analyst or an operator asks of the system.
 *
 * @param entity optional: the subject's entity; unattributed where only a region is given
 * @param region optional for a TICK, a SILENCE and a NOTE
 * @param level the pinned level, with PIN
 * @param until optional: when a PIN or a SILENCE ends by itself
 * @param actor who asks; required but for a TICK
 * @param reason why; required with PIN
 */
public record Control(
    String id,
    Type type,
    String entity,
    String region,
    Level level,
    Instant until,
    Instant at,
    String actor,
    String reason)
    implements Incoming {

  /** The kinds of control. */
  public enum Type {
    PIN,
    RELEASE,
    TICK,
    SILENCE,
    ACK,
    NOTE;

    /** Whether this control fixes or frees a subject's level. */
    public boolean touchesLevel() {
      return this == PIN || this == RELEASE;
    }
  }

  public Control {
    var rules = new Rules();
    rules.id("id", id);
    rules.require(type != null, "type", null, "must be given");
    rules.optionalId("entity", entity);
    rules.optionalId("region", region);
    rules.time("at", at);
    rules.optionalTime("until", until);
    rules.notBefore("until", until, "at", at);
    rules.text("actor", actor, Rules.MAX_ID);
    rules.text("reason", reason, 10_000);
    if (type == Type.PIN) {
      rules.require(level != null, "level", null, "must be given with PIN");
      rules.require(reason != null && !reason.isBlank(), "reason", null, "must be given with PIN");
    }
    if (type != null && type.touchesLevel()) {
      rules.require(region != null, "region", null, "must be given with " + type);
      rules.require(
          !Subject.OVERALL.equals(entity),
          "entity",
          entity,
          "must not be the overall subject: pin what it is made of");
    }
    if (type != null && type != Type.TICK) {
      rules.require(actor != null && !actor.isBlank(), "actor", null, "must be given with " + type);
    }
    rules.check();
    at = Rules.millis(at);
    until = Rules.millis(until);
  }

  @Override
  public Instant arrivalTime() {
    return at;
  }

  /** The subject this control is about; a region must have been given. */
  public Subject subject() {
    return new Subject(entity == null ? Subject.UNATTRIBUTED : entity, region);
  }
}
