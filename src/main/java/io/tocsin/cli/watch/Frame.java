package io.tocsin.cli.watch;

import java.util.ArrayList;
import java.util.List;

/** What is on the screen. */
record Frame(Size size, List<String> lines) {

  /** A line that differs from what is on the screen, by its number from the top. */
  record Line(int row, String text) {}

  Frame {
    lines = List.copyOf(lines);
  }

  /** Which lines differ; {@code before} may be {@code null} for a screen that is empty. */
  List<Line> since(Frame before) {
    var changed = new ArrayList<Line>();
    for (int row = 0; row < lines.size(); row++) {
      var line = lines.get(row);
      var old = before == null || row >= before.lines.size() ? "" : before.lines.get(row);
      if (!line.equals(old)) {
        changed.add(new Line(row, line));
      }
    }
    return changed;
  }
}
