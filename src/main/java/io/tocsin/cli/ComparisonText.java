package io.tocsin.cli;

import io.tocsin.app.Options;
import io.tocsin.app.Results;
import io.tocsin.cli.text.ChangeLine;
import io.tocsin.cli.text.Gauge;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Table;
import io.tocsin.model.Level;
import java.util.List;
import java.util.Locale;

/** Two policies side by side: as a diff for people, one object a line as JSON. */
final class ComparisonText {
  private final Root root;
  private final Options options;

  ComparisonText(Root root, Options options) {
    this.root = root;
    this.options = options;
  }

  void print(Results.Comparison comparison, Screen screen) {
    if (root.json()) {
      comparison.changes().forEach(contrast -> screen.print(json(contrast)));
      comparison.differences().forEach(difference -> screen.print(json(difference)));
      return;
    }
    screen.print("- %s   + %s".formatted(comparison.first(), comparison.second()));
    changes(comparison.changes(), screen);
    screen.print("");
    if (comparison.differences().isEmpty()) {
      screen.print("every subject ends on the same level");
    } else {
      screen.print("subjects that end differently: " + comparison.differences().size());
      screen.print(table(comparison));
    }
  }

  private void changes(List<Results.Contrast> changes, Screen screen) {
    var line = new ChangeLine(root.words(options), root.at().outTerminal().narrower(2));
    for (var contrast : changes) {
      var text = line.of(contrast.change());
      screen.print(
          switch (contrast.side()) {
            case BOTH -> "  " + text;
            case FIRST -> Style.BAD.paint("-", root.at().outTerminal()) + " " + text;
            case SECOND -> Style.GOOD.paint("+", root.at().outTerminal()) + " " + text;
          });
    }
  }

  private List<String> table(Results.Comparison comparison) {
    var words = root.words(options);
    var table =
        new Table(
            Table.yielding("ENTITY"),
            Table.yielding("REGION"),
            Table.left("- " + comparison.first()),
            Table.right("dB"),
            Table.left("+ " + comparison.second()),
            Table.right("dB"));
    for (var d : comparison.differences()) {
      table.row(
          words.entity(d.subject().entity()),
          words.name(d.subject().region()),
          badge(d.level()),
          decibels(d.score()),
          badge(d.againstLevel()),
          decibels(d.againstScore()));
    }
    return table.lines(root.at().outTerminal());
  }

  private String badge(Level level) {
    return level == null ? "not tracked" : new Gauge(root.at().outTerminal()).badge(level);
  }

  private static String decibels(Double score) {
    return score == null ? "" : String.format(Locale.ROOT, "%.2f", score);
  }

  private String json(Results.Contrast contrast) {
    return "{\"policy\":\"%s\",\"change\":%s}"
        .formatted(
            contrast.side().name().toLowerCase(Locale.ROOT), root.desk().json(contrast.change()));
  }

  private static String json(Results.Difference d) {
    return Json.line(
        "entity", d.subject().entity(),
        "region", d.subject().region(),
        "level", d.level(),
        "score", d.score(),
        "comparedLevel", d.againstLevel(),
        "comparedScore", d.againstScore());
  }
}
