package io.tocsin.wire.packed;

import io.tocsin.assess.Outcome;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.wire.Codec;

/** The packed form of an outcome. */
public final class Outcomes {
  private static final Outcome.Kind[] KINDS = Outcome.Kind.values();

  private Outcomes() {}

  /**
   * @param changes how the change inside is encoded
   */
  public static Packing<Outcome> packing(Codec<AlertLevelChange> changes) {
    return new Packing<>(
        (to, outcome) -> {
          Packings.writeSubject(to, outcome.subject());
          to.constant(outcome.kind());
          to.bytes(outcome.change() == null ? null : changes.encode(outcome.change()));
        },
        from -> {
          var subject = Packings.readSubject(from);
          var kind = from.constant(KINDS);
          byte[] change = from.bytes();
          return new Outcome(subject, kind, change == null ? null : changes.decode(change));
        });
  }
}
