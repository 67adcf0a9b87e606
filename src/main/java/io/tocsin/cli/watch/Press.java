package io.tocsin.cli.watch;

/**
 * One press of a key.
 *
 * @param text what it writes; empty unless the key is {@link Key#TEXT}
 */
record Press(Key key, String text) {
  static Press of(Key key) {
    return new Press(key, "");
  }

  static Press typed(String text) {
    return new Press(Key.TEXT, text);
  }
}
