package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows behind a score as a table: each story by its leader, its copies folded beneath. */
final class Ledger {
  private static final int CELLS = 12;

  private final Words words;
  private final Terminal terminal;

  Ledger(Words words, Terminal terminal) {
    this.words = words;
    this.terminal = terminal;
  }

  List<String> of(List<Evidence> rows) {
    double heaviest = rows.stream().mapToDouble(Evidence::weight).max().orElse(0);
    var table =
        new Table(
            Table.right("dB"),
            Table.left(""),
            Table.right("SHARE"),
            Table.left("GRADE"),
            Table.left("CATEGORY"),
            Table.left("PUBLISHED"),
            Table.yielding("SOURCE"),
            Table.yielding("REPORT"));
    for (var story : stories(rows).values()) {
      row(table, story.get(0), heaviest, false);
      story.stream().skip(1).forEach(copy -> row(table, copy, heaviest, true));
    }
    return table.lines(terminal);
  }

  /**
   * Rows by story in the order of each story's heaviest row, the leader first where it is listed.
   */
  static Map<String, List<Evidence>> stories(List<Evidence> rows) {
    var stories = new LinkedHashMap<String, List<Evidence>>();
    for (var row : rows) {
      var story = stories.computeIfAbsent(row.story(), id -> new ArrayList<>());
      if (row.id().equals(row.story())) {
        story.add(0, row);
      } else {
        story.add(row);
      }
    }
    return stories;
  }

  private void row(Table table, Evidence row, double heaviest, boolean copy) {
    var source = words.name(row.source());
    var origin = words.name(row.origin());
    var cited = row.origin().equals(row.source()) ? source : source + " citing " + origin;
    table.row(
        String.format(Locale.ROOT, "%.1f", row.weight()),
        bar(row.weight(), heaviest),
        Words.percent(row.share()),
        row.reliability().name() + row.credibility().grade(),
        row.category().name(),
        Times.minute(row.publishedAt()),
        copy ? copyMark() + cited : cited,
        Cells.clean(row.headline()));
  }

  private String copyMark() {
    return terminal.symbols() ? "└ " : "+ ";
  }

  private String bar(double weight, double heaviest) {
    int full = heaviest <= 0 ? 0 : (int) Math.ceil(CELLS * weight / heaviest);
    return (terminal.symbols() ? "█" : "#").repeat(Math.max(0, Math.min(CELLS, full)));
  }
}
