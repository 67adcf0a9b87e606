package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The current levels, highest first. */
public final class LevelsTable {
  private static final Comparator<AlertLevelChange> GRAVEST_FIRST =
      Comparator.comparing(AlertLevelChange::level)
          .thenComparingDouble(AlertLevelChange::score)
          .reversed()
          .thenComparing(AlertLevelChange::subject);

  private final Words words;
  private final Terminal terminal;
  private final Gauge gauge;

  public LevelsTable(Words words, Terminal terminal) {
    this.words = words;
    this.terminal = terminal;
    this.gauge = new Gauge(terminal);
  }

  public List<String> of(List<AlertLevelChange> states, Instant now) {
    var table =
        new Table(
            Table.yielding("ENTITY"),
            Table.yielding("REGION"),
            Table.left("LEVEL"),
            Table.left("OFFICIAL"),
            Table.left("REPORTED"),
            Table.left("GAP"),
            Table.right("SCORE"),
            Table.left("SINCE"),
            Table.left("NEXT FALL"));
    states.stream().sorted(GRAVEST_FIRST).forEach(state -> row(table, state, now));
    return table.lines(terminal);
  }

  private void row(Table table, AlertLevelChange state, Instant now) {
    var fall = state.nextFallAt();
    table.row(
        words.entity(state.entity()),
        words.name(state.region()),
        gauge.badge(state.level()),
        gauge.bar(state.declared()),
        gauge.bar(state.reported()),
        gauge.gap(state),
        Words.score(state.score()),
        Times.minute(state.effectiveAt()),
        fall == null ? "" : Times.from(now, fall));
  }
}
