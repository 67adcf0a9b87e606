package io.tocsin.cli.watch;

/** Where keys go. */
enum Mode {
  TABLE,
  /** A text to filter by is being typed. */
  TYPING,
  /** The keys are shown. */
  HELP,
  /** It ends. */
  LEAVING
}
