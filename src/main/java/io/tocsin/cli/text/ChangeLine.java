package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange;
import java.util.ArrayList;
import java.util.List;

/**
 * One change on one line; on a terminal, what does not fit is left out, the least telling first.
 */
public final class ChangeLine {
  /** What the two bars are. */
  public static final String LEGEND = "bars: official | reported";

  private static final String GAP = "  ";
  private static final int WORTH_SHOWING = 16;

  private final Words words;
  private final Terminal terminal;
  private final Gauge gauge;

  public ChangeLine(Words words, Terminal terminal) {
    this.words = words;
    this.terminal = terminal;
    this.gauge = new Gauge(terminal);
  }

  public String of(AlertLevelChange change) {
    var line = new StringBuilder(time(change));
    for (var part : parts(change)) {
      if (Cells.width(line.toString()) + GAP.length() + Cells.width(part) > terminal.width()) {
        return line.toString();
      }
      line.append(GAP).append(part);
    }
    var evidence = evidence(change);
    int room = terminal.width() - Cells.width(line.toString()) - GAP.length();
    if (!evidence.isEmpty() && room >= WORTH_SHOWING) {
      line.append(GAP).append(Style.FAINT.paint(Cells.fit(evidence, room), terminal));
    }
    return line.toString();
  }

  private String time(AlertLevelChange change) {
    return Style.FAINT.paint(Times.fitting(change.effectiveAt(), terminal), terminal);
  }

  private List<String> parts(AlertLevelChange change) {
    var parts = new ArrayList<String>();
    parts.add(
        "%s %s %s %s"
            .formatted(
                gauge.arrow(change),
                gauge.badge(change.previousLevel()),
                gauge.to(),
                gauge.badge(change.level())));
    parts.add(Style.BOLD.paint(words.subject(change), terminal));
    parts.add(gauge.bar(change.declared()) + " " + gauge.bar(change.reported()));
    parts.add(Words.score(change.score()) + ", " + Words.percent(change.probability()));
    parts.add(cause(change));
    return parts;
  }

  private String cause(AlertLevelChange change) {
    var held = Words.held(change.held());
    var cause = Words.cause(change.cause());
    return held.isEmpty() ? cause : cause + " (" + held + ")";
  }

  private String evidence(AlertLevelChange change) {
    if (change.evidence().isEmpty()) {
      return change.trigger() == null ? "" : "by " + Cells.clean(change.trigger());
    }
    var top = change.evidence().get(0);
    int others = change.evidence().size() - 1 + change.rest().count();
    return words.name(top.source())
        + ": "
        + Cells.clean(top.headline())
        + (others == 0 ? "" : " (+" + others + ")");
  }
}
