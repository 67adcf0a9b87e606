package io.tocsin.wire.packed;

import io.tocsin.assess.Outcome;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;

/**
 * What has become of a subject, as far as its region is concerned; its state stays encoded, since
 * hardly any move decides anything there.
 *
 * @param level of the subject, {@code null} like all that follows where it is no longer tracked
 * @param state the encoded change
 */
public record Move(Subject subject, Level level, Level declared, Level reported, byte[] state) {
  public static final Packing<Move> PACKING = new Packing<>(Move::write, Move::read);

  private static final Level[] LEVELS = Level.values();

  public static Move of(Outcome outcome, Codec<AlertLevelChange> codec) {
    var change = outcome.change();
    return change == null
        ? new Move(outcome.subject(), null, null, null, null)
        : new Move(
            outcome.subject(),
            change.level(),
            change.declared(),
            change.reported(),
            codec.encode(change));
  }

  private static void write(Packer to, Move move) {
    Packings.writeSubject(to, move.subject);
    to.constant(move.level).constant(move.declared).constant(move.reported).bytes(move.state);
  }

  private static Move read(Unpacker from) {
    return new Move(
        Packings.readSubject(from),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.constant(LEVELS),
        from.bytes());
  }
}
