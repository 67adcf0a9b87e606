package io.tocsin.cli.text;

import io.tocsin.model.Level;

/** Colours and weights, written as SGR sequences (ECMA-48) where the terminal takes them. */
public enum Style {
  BOLD("1"),
  FAINT("2"),
  REVERSE("7"),
  GOOD("32"),
  CAREFUL("33"),
  BAD("1;31"),
  LOW("32"),
  MODERATE("36"),
  SUBSTANTIAL("33"),
  SEVERE("1;38;5;208"),
  CRITICAL("1;97;41");

  /** What ends every style. */
  public static final String END = "\u001b[0m";

  private final String codes;

  Style(String codes) {
    this.codes = codes;
  }

  public static Style of(Level level) {
    return switch (level) {
      case LOW -> LOW;
      case MODERATE -> MODERATE;
      case SUBSTANTIAL -> SUBSTANTIAL;
      case SEVERE -> SEVERE;
      case CRITICAL -> CRITICAL;
    };
  }

  public String paint(String text, Terminal terminal) {
    return terminal.colours() && !text.isEmpty() ? "\u001b[" + codes + "m" + text + END : text;
  }

  /** The same over text that has styles of its own: each of their ends begins this one again. */
  public String over(String text, Terminal terminal) {
    return paint(text.replace(END, END + "\u001b[" + codes + "m"), terminal);
  }
}
