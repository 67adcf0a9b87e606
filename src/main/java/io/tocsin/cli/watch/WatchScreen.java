package io.tocsin.cli.watch;

import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.ExplainText;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Terminal;
import io.tocsin.cli.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A state as lines: as many as the screen is high, none wider than it. */
final class WatchScreen {
  private static final List<String> KEYS =
      List.of(
          "",
          "  up, down, k, j       move; the cursor stays with its subject",
          "  PgUp, PgDn, b, space a page; of the detail where it is open",
          "  Home, End, g, G      first, last",
          "  Enter                detail: evidence, declarations, next fall, last changes",
          "  /                    filter by text: names and ids; every word must occur",
          "  Esc                  closes the detail, or takes the filter away",
          "  m                    least level",
          "  o                    regions overall, shown or not",
          "  s                    order: level, time, fall, gap, score, entity, region",
          "  p                    pause",
          "  Ctrl-L               draws the screen anew",
          "  q, Ctrl-C            leave",
          "");
  private static final String HINT =
      "Enter detail  / filter  m level  o overall  s order  p pause  ? keys  q leave";

  private final Words words;
  private final Terminal look;
  private final HeaderLine header;
  private final RowLines rows;

  /**
   * @param look colours and symbols; how wide it is says the state
   */
  WatchScreen(String cluster, Words words, Terminal look) {
    this.words = words;
    this.look = look;
    this.header = new HeaderLine(cluster, look);
    this.rows = new RowLines(words, look);
  }

  /** The same state, its pane scrolled no further than it is long. */
  WatchState bounded(WatchState state) {
    if (state.pane().scroll() == 0) {
      return state;
    }
    int longest = pane(state).size() - state.layout().pane();
    return state.with(state.pane().atMost(Math.max(0, longest)));
  }

  List<String> lines(WatchState state) {
    var lines = new ArrayList<String>();
    lines.add(header.of(state));
    lines.addAll(state.mode() == Mode.HELP ? help(state) : body(state));
    int height = state.size().height();
    while (lines.size() < height - 1) {
      lines.add("");
    }
    while (lines.size() >= height && lines.size() > 1) {
      lines.remove(lines.size() - 1);
    }
    if (height > 1) {
      lines.add(foot(state));
    }
    return lines.stream().map(line -> Cells.clip(line, state.size().width())).toList();
  }

  private List<String> help(WatchState state) {
    var lines = new ArrayList<>(KEYS);
    lines.add(
        look.symbols()
            ? "  ▲ ▼ the level just rose or fell, • a ledger moved; bars: official, reported"
            : "  ^ v the level just rose or fell, * a ledger moved; bars: official, reported");
    return lines.subList(0, Math.min(lines.size(), Math.max(0, state.size().height() - 2)));
  }

  private List<String> body(WatchState state) {
    var layout = state.layout();
    var lines = new ArrayList<>(rows.of(state, layout.rows()));
    if (state.listing().rows().isEmpty() && state.picture().sight().complete()) {
      lines.add("  no subject matches");
    }
    if (layout.pane() > 0) {
      while (lines.size() <= layout.rows()) {
        lines.add("");
      }
      lines.add(rule(state));
      var pane = pane(state);
      int from = Math.min(state.pane().scroll(), pane.size());
      lines.addAll(pane.subList(from, Math.min(pane.size(), from + layout.pane())));
    }
    return lines;
  }

  private String rule(WatchState state) {
    return Style.FAINT.paint((look.symbols() ? "─" : "-").repeat(state.size().width()), look);
  }

  private List<String> pane(WatchState state) {
    var detail = state.pane().detail();
    if (detail == null) {
      return List.of("  not tracked any more");
    }
    var terminal = new Terminal(true, state.size().width() - 1, look.colours(), look.symbols());
    return new ExplainText(words, terminal)
        .of(detail.state(), detail.changes(), state.picture().now()).stream()
            .map(line -> " " + line)
            .toList();
  }

  private String foot(WatchState state) {
    return switch (state.mode()) {
      case TYPING ->
          Style.BOLD.paint("/" + Cells.clean(state.view().filter()), look)
              + (look.symbols() ? "█" : "_")
              + Style.FAINT.paint("  Enter keeps it, Esc takes it away", look);
      case HELP -> Style.FAINT.paint("any key goes back, q leaves", look);
      case TABLE, LEAVING -> Style.FAINT.paint(HINT, look);
    };
  }
}
