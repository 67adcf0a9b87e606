package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;

/** Levels drawn: a badge, a bar of five cells, the two ledgers side by side. */
public final class Gauge {
  private static final int CELLS = Level.values().length;
  private static final int LONGEST = "SUBSTANTIAL".length();

  private final Terminal terminal;

  public Gauge(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The level's name in its colour. */
  public String badge(Level level) {
    return Style.of(level).paint(level.name(), terminal);
  }

  /** A badge that takes the same width for every level. */
  public String column(Level level) {
    return Cells.left(badge(level), LONGEST);
  }

  /** One full cell for LOW up to five for CRITICAL. */
  public String bar(Level level) {
    int full = level.ordinal() + 1;
    var cells =
        terminal.symbols()
            ? "▰".repeat(full) + "▱".repeat(CELLS - full)
            : "#".repeat(full) + "-".repeat(CELLS - full);
    return Style.of(level).paint(cells, terminal);
  }

  /** What authorities declare beside what reports amount to. */
  public String ledgers(AlertLevelChange change) {
    return ledgers(change.declared(), change.reported());
  }

  public String ledgers(Level declared, Level reported) {
    return "official " + bar(declared) + "  reported " + bar(reported);
  }

  /** {@code ▲}, {@code ▼} or {@code =}. */
  public String arrow(AlertLevelChange change) {
    int way = change.level().compareTo(change.previousLevel());
    var sign = way > 0 ? up() : way < 0 ? down() : "=";
    return way == 0 ? sign : Style.of(change.level()).paint(sign, terminal);
  }

  /** The gap between the ledgers: {@code reports +2}, {@code officials +1}, or nothing. */
  public String gap(AlertLevelChange change) {
    return gap(change.declared(), change.reported());
  }

  public String gap(Level declared, Level reported) {
    int gap = reported.ordinal() - declared.ordinal();
    return gap == 0 ? "" : gap > 0 ? "reports +" + gap : "officials +" + -gap;
  }

  public String to() {
    return terminal.symbols() ? "→" : "->";
  }

  private String up() {
    return terminal.symbols() ? "▲" : "^";
  }

  private String down() {
    return terminal.symbols() ? "▼" : "v";
  }
}
