package io.tocsin.wire.packed;

import io.tocsin.assess.Outcome;
import io.tocsin.model.Level;

/**
 * What a region learns of a member; its state stays encoded, since hardly any move decides anything
 * there.
 *
 * @param member the entity of a subject, or a partition in which the region has any subject at all
 * @param level of the subject, {@code null} like all that follows where it is no longer tracked
 * @param state the encoded change
 */
public record Move(
    String member, String region, Level level, Level declared, Level reported, byte[] state) {
  public static final Packing<Move> PACKING = new Packing<>(Move::write, Move::read);

  /** No entity's id begins like this. */
  private static final String PARTITION = "#";

  private static final Level[] LEVELS = Level.values();

  /** That a subject moved. */
  public static Move of(Outcome outcome, byte[] state) {
    return of(outcome.subject().entity(), outcome, state);
  }

  /** That a partition has its first subject of the region, or has lost its last. */
  public static Move presence(int partition, Outcome outcome, byte[] state) {
    var change = outcome.change();
    return change == null
        ? of(PARTITION + partition, outcome, state)
        : new Move(PARTITION + partition, change.region(), Level.LOW, Level.LOW, Level.LOW, state);
  }

  private static Move of(String member, Outcome outcome, byte[] state) {
    var change = outcome.change();
    return change == null
        ? new Move(member, outcome.subject().region(), null, null, null, null)
        : new Move(
            member, change.region(), change.level(), change.declared(), change.reported(), state);
  }

  /** Whether it says that a partition has a subject of the region. */
  public boolean isPresence() {
    return member.startsWith(PARTITION);
  }

  /** Whether the subject is LOW in everything. */
  public boolean isLow() {
    return level == Level.LOW && declared == Level.LOW && reported == Level.LOW;
  }

  private static void write(Packer to, Move move) {
    to.text(move.member).text(move.region);
    to.constant(move.level).constant(move.declared).constant(move.reported).bytes(move.state);
  }

  private static Move read(Unpacker from) {
    return new Move(
        from.name(),
        from.name(),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.bytes());
  }
}
