package io.tocsin.cli.text;

import io.tocsin.assess.Explanation;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a level is what it is: the two ledgers, every row, what is held and what comes next. */
public final class ExplainText {
  private final Words words;
  private final Terminal terminal;
  private final Gauge gauge;

  public ExplainText(Words words, Terminal terminal) {
    this.words = words;
    this.terminal = terminal;
    this.gauge = new Gauge(terminal);
  }

  /**
   * A picture worked out from the records.
   *
   * @param told the latest change told; may be {@code null}
   * @param timeline the subject's changes, latest first; may be empty
   */
  public List<String> of(
      Explanation picture, AlertLevelChange told, List<AlertLevelChange> timeline) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %s  at %s"
            .formatted(
                Style.BOLD.paint(words.subject(picture.subject()), terminal),
                gauge.badge(picture.level()),
                Times.second(picture.at())));
    if (told != null) {
      moved(lines, told);
    }
    lines.add("  " + gauge.ledgers(picture.declared(), picture.reported()));
    official(lines, picture.declared(), picture.declarations(), picture.at());
    title(lines, "Reported", reported(picture.reported(), picture.score(), picture.probability()));
    if (picture.lines().isEmpty()) {
      lines.add("  no report counts");
    } else {
      lines.add(
          "  %s: %s and the root of their squares"
              .formatted(Reckoning.count(picture.lines()), Words.score(picture.prior())));
      indent(lines, new Reckoning(words, terminal.narrower(2)).of(picture.lines()));
    }
    next(lines, picture);
    timeline(lines, timeline);
    return lines;
  }

  /**
   * A change by what it carries itself.
   *
   * @param timeline the subject's changes, latest first; may be empty
   */
  public List<String> of(AlertLevelChange change, List<AlertLevelChange> timeline, Instant now) {
    var lines = new ArrayList<String>();
    head(lines, change);
    official(lines, change.declared(), change.declarations(), now);
    reported(lines, change);
    next(lines, change, now);
    timeline(lines, timeline);
    return lines;
  }

  private void timeline(List<String> lines, List<AlertLevelChange> timeline) {
    if (!timeline.isEmpty()) {
      title(lines, "Timeline", "bars: official, reported");
      var line = new ChangeLine(words, terminal.narrower(2));
      timeline.forEach(earlier -> lines.add("  " + line.of(earlier)));
    }
  }

  private void head(List<String> lines, AlertLevelChange change) {
    lines.add(
        Style.BOLD.paint(words.subject(change), terminal) + "  " + gauge.badge(change.level()));
    moved(lines, change);
    lines.add("  " + gauge.ledgers(change) + gap(change));
  }

  private void moved(List<String> lines, AlertLevelChange change) {
    if (change.sequence() == 0) {
      lines.add("  has never moved");
    } else {
      lines.add(
          "  %s %s %s %s at %s: %s"
              .formatted(
                  gauge.arrow(change),
                  change.previousLevel(),
                  gauge.to(),
                  change.level(),
                  Times.second(change.effectiveAt()),
                  Words.cause(change.cause())));
    }
    if (change.trigger() != null) {
      lines.add("  triggered by " + Cells.clean(change.trigger()));
    }
  }

  private String gap(AlertLevelChange change) {
    var gap = gauge.gap(change);
    return gap.isEmpty() ? "  no gap" : "  gap: " + gap;
  }

  private void official(
      List<String> lines, Level declared, List<Declaration> declarations, Instant now) {
    title(lines, "Official", declared.name());
    if (declarations.isEmpty()) {
      lines.add("  no declaration is in force");
      return;
    }
    var table =
        new Table(
            Table.left("LEVEL"),
            Table.yielding("AUTHORITY"),
            Table.left("ITS OWN STEP"),
            Table.left("SINCE"),
            Table.left("UNTIL"),
            Table.yielding("STATEMENT"));
    declarations.forEach(declaration -> row(table, declaration, now));
    indent(lines, table.lines(terminal.narrower(2)));
  }

  private void row(Table table, Declaration declaration, Instant now) {
    var own = declaration.nationalLevel();
    var until = declaration.until();
    table.row(
        gauge.badge(declaration.level()),
        words.name(declaration.authority()),
        own == null ? "" : Cells.clean(own),
        Times.minute(declaration.since()),
        until == null ? "" : Times.minute(until) + ", " + Times.from(now, until),
        Cells.clean(declaration.statement()));
  }

  private void reported(List<String> lines, AlertLevelChange change) {
    title(lines, "Reported", reported(change.reported(), change.score(), change.probability()));
    if (change.evidence().isEmpty()) {
      lines.add("  no report counts");
    } else {
      indent(lines, new Ledger(words, terminal.narrower(2)).of(change.evidence()));
    }
    var rest = change.rest();
    if (rest.count() > 0) {
      lines.add(
          "  and %d more with %s of the weight"
              .formatted(rest.count(), Words.percent(rest.share())));
    }
  }

  private static String reported(Level level, double score, double probability) {
    return "%s, %s, probability %s"
        .formatted(level, Words.score(score), Words.percent(probability));
  }

  private void next(List<String> lines, Explanation picture) {
    title(lines, "Next", "");
    if (picture.held() == Held.PEAK_HOLD) {
      lines.add(
          "  holding its peak: score and corroboration alone give " + gauge.badge(picture.raw()));
    } else if (picture.held() != Held.NONE) {
      lines.add("  " + why(picture.held()));
    }
    lines.add(
        "  without the corroboration rule and the hold: %s (it is %scorroborated)"
            .formatted(
                gauge.badge(picture.uncorroborated()), picture.corroborated() ? "" : "not "));
    if (picture.outlook().isEmpty()) {
      lines.add("  nothing falls by itself");
    }
    var level = picture.level();
    var reported = picture.reported();
    for (var step : picture.outlook()) {
      lines.add("  " + step(step, level, reported, picture.at()));
      level = step.level();
      reported = step.reported();
    }
    lines.add(Style.FAINT.paint("  policy " + Cells.clean(picture.policyVersion()), terminal));
  }

  private String step(Explanation.Step step, Level level, Level reported, Instant now) {
    var when = " at %s (%s)".formatted(Times.second(step.at()), Times.from(now, step.at()));
    if (step.level() != level) {
      var goes = level.isAbove(step.level()) ? "falls to " : "goes to ";
      return goes + gauge.badge(step.level()) + when;
    }
    var ledger =
        step.reported() != reported
            ? "reported falls to " + gauge.badge(step.reported())
            : "official goes to " + gauge.badge(step.declared());
    return ledger + when + ", the level stays " + gauge.badge(level);
  }

  private void next(List<String> lines, AlertLevelChange change, Instant now) {
    title(lines, "Next", "");
    if (change.held() != Held.NONE) {
      lines.add("  " + why(change.held()));
    }
    var fall = change.nextFallAt();
    lines.add(
        fall == null
            ? "  nothing falls by itself"
            : "  if nothing else comes, it falls at %s (%s)"
                .formatted(Times.second(fall), Times.from(now, fall)));
    lines.add(
        Style.FAINT.paint(
            "  policy %s, change %s, before it %s"
                .formatted(
                    Cells.clean(change.policyVersion()),
                    Cells.clean(change.id()),
                    change.previousId() == null ? "none" : Cells.clean(change.previousId())),
            terminal));
  }

  private static String why(Held held) {
    return switch (held) {
      case NONE -> "";
      case UNCORROBORATED ->
          "capped: a second independent origin, or an official word, would lift it";
      case PEAK_HOLD -> "holding its peak: the score alone would give less";
      case PINNED -> "pinned by an analyst; the assessment goes on underneath";
    };
  }

  private void title(List<String> lines, String title, String rest) {
    lines.add("");
    lines.add(Style.BOLD.paint(title, terminal) + (rest.isEmpty() ? "" : "  " + rest));
  }

  private static void indent(List<String> lines, List<String> table) {
    table.forEach(line -> lines.add("  " + line));
  }
}
