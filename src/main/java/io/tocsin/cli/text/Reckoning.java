package io.tocsin.cli.text;

import io.tocsin.assess.Explanation;
import io.tocsin.assess.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every row behind a score: each story by its leader, its copies beneath, and what was done. */
final class Reckoning {
  private static final int CELLS = 10;
  private static final int MOST = 200;
  private static final int SOURCE = 24;

  private final Words words;
  private final Terminal terminal;

  Reckoning(Words words, Terminal terminal) {
    this.words = words;
    this.terminal = terminal;
  }

  List<String> of(List<Explanation.Line> rows) {
    double heaviest = rows.stream().mapToDouble(Explanation.Line::weight).max().orElse(0);
    var table =
        new Table(
            Table.right("dB"),
            Table.left(""),
            Table.right("SHARE"),
            Table.left("GRADE"),
            Table.left("CATEGORY"),
            Table.left("PUBLISHED"),
            Table.left("SOURCE"),
            Table.yielding("REPORT"));
    var shown = stories(rows).values().stream().flatMap(List::stream).limit(MOST).toList();
    shown.forEach(row -> row(table, row, heaviest));
    var lines = table.lines(terminal);
    var all = new ArrayList<String>(lines.subList(0, 1));
    for (int i = 0; i < shown.size(); i++) {
      all.add(lines.get(i + 1));
      if (!shown.get(i).factors().isEmpty()) {
        all.add(Style.FAINT.paint("       " + sum(shown.get(i)), terminal));
      }
    }
    if (rows.size() > MOST) {
      all.add("and %d more, all of which --json shows".formatted(rows.size() - MOST));
    }
    return all;
  }

  /** How many reports in how many stories. */
  static String count(List<Explanation.Line> rows) {
    int stories = stories(rows).size();
    return "%d report%s in %d stor%s"
        .formatted(rows.size(), rows.size() == 1 ? "" : "s", stories, stories == 1 ? "y" : "ies");
  }

  private static Map<String, List<Explanation.Line>> stories(List<Explanation.Line> rows) {
    var stories = new LinkedHashMap<String, List<Explanation.Line>>();
    for (var row : rows) {
      var story = stories.computeIfAbsent(row.story(), id -> new ArrayList<>());
      if (leads(row)) {
        story.add(0, row);
      } else {
        story.add(row);
      }
    }
    return stories;
  }

  private static boolean leads(Explanation.Line line) {
    return line.row().id().equals(line.story());
  }

  private void row(Table table, Explanation.Line line, double heaviest) {
    var row = line.row();
    var source = words.name(row.source());
    var cited =
        row.origin().equals(row.source()) ? source : source + " citing " + words.name(row.origin());
    table.row(
        decibels(line.weight()),
        bar(line.weight(), heaviest),
        Words.percent(line.share()),
        row.reliability().name() + row.credibility().grade(),
        row.category().name(),
        Times.minute(Instant.ofEpochMilli(row.time())),
        Cells.fit(leads(line) ? cited : (terminal.symbols() ? "└ " : "+ ") + cited, SOURCE),
        Cells.clean(row.headline()));
  }

  /** {@code 6.40 dB · 0.1 denied by wmp-2015-12-05-deny · 0.84 with age}. */
  private String sum(Explanation.Line line) {
    var sum = new StringBuilder(decibels(line.own())).append(" dB");
    double product = line.own();
    for (var factor : line.factors()) {
      sum.append(times()).append(number(factor.value())).append(' ').append(word(factor));
      product *= factor.value();
    }
    if (product > 0 && line.weight() > 0) {
      sum.append(times()).append(number(line.weight() / product)).append(" with age");
    }
    return Cells.fit(sum.toString(), terminal.width() - 7);
  }

  private String times() {
    return terminal.symbols() ? " × " : " x ";
  }

  private static String word(Factor factor) {
    var by = Cells.clean(factor.by());
    return switch (factor.kind()) {
      case COPY -> "copy of " + by;
      case SAME_SOURCE -> "its source is in the story of " + by + " already";
      case CONFIRMED -> "confirmed by " + by;
      case DENIED -> "denied by " + by;
      case ALL_CLEAR -> "all clear by " + by;
      case REFUTED -> "refuted by " + by;
      case WITHDRAWN -> "taken back";
    };
  }

  private static String decibels(double weight) {
    return String.format(Locale.ROOT, "%.2f", weight);
  }

  private static String number(double factor) {
    return factor >= 0.1 || factor == 0
        ? String.format(Locale.ROOT, "%.2f", factor).replaceAll("0+$", "").replaceAll("\\.$", "")
        : String.format(Locale.ROOT, "%.1g", factor);
  }

  private String bar(double weight, double heaviest) {
    int full = heaviest <= 0 ? 0 : (int) Math.round(CELLS * weight / heaviest);
    return (terminal.symbols() ? "█" : "#").repeat(Math.max(0, Math.min(CELLS, full)));
  }
}
