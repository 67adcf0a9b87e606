package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Detail;

/**
 * What is known of the subject under the cursor.
 *
 * @param detail {@code null} until it is there
 * @param scroll lines of it above the first one shown
 */
record Pane(boolean open, Detail detail, int scroll) {
  static final Pane CLOSED = new Pane(false, null, 0);
  static final Pane OPENED = new Pane(true, null, 0);

  /** Another detail; where it is of another subject, from its beginning. */
  Pane with(Detail newer) {
    boolean same =
        detail != null && newer != null && detail.state().subject().equals(newer.state().subject());
    return new Pane(open, newer, same ? scroll : 0);
  }

  Pane scrolled(int by) {
    return new Pane(open, detail, Math.max(0, scroll + by));
  }

  Pane atMost(int scrolled) {
    return scroll <= scrolled ? this : new Pane(open, detail, Math.max(0, scrolled));
  }
}
