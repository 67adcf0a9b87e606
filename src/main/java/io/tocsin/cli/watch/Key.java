package io.tocsin.cli.watch;

/** What was pressed. Letters are {@link #TEXT}: what they mean depends on where one is. */
enum Key {
  UP,
  DOWN,
  PAGE_UP,
  PAGE_DOWN,
  FIRST,
  LAST,
  ENTER,
  ESCAPE,
  BACKSPACE,
  /** Empties what was typed: Ctrl-U. */
  CLEAR,
  /** Draws all anew: Ctrl-L. */
  REDRAW,
  /** Ctrl-C. */
  INTERRUPT,
  TEXT
}
