package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.model.Level;
import java.time.Instant;

/** What just came, shown until a moment. */
record Mark(Kind kind, Instant until) {

  enum Kind {
    UP,
    DOWN,
    /** The level stays, one of the ledgers moved. */
    LEDGER,
    NONE
  }

  /**
   * @param before {@code null} where the subject was not there
   */
  static Kind kind(Standing before, Standing now) {
    var level = before == null ? Level.LOW : before.level();
    if (now.level() != level) {
      return now.level().isAbove(level) ? Kind.UP : Kind.DOWN;
    }
    boolean same =
        before != null
            && before.declared() == now.declared()
            && before.reported() == now.reported();
    return same ? Kind.NONE : Kind.LEDGER;
  }
}
