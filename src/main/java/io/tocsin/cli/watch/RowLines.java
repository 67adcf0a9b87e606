package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Gauge;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Terminal;
import io.tocsin.cli.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The table: its heads and the rows that are seen. */
final class RowLines {
  private static final int GUTTER = 4;
  private static final int LEAST_NAMES = 2 * 14 + 2 * Column.BETWEEN;
  private static final String GAP = " ".repeat(Column.BETWEEN);

  private final Words words;
  private final Terminal look;
  private final Gauge gauge;

  RowLines(Words words, Terminal look) {
    this.words = words;
    this.look = look;
    this.gauge = new Gauge(look);
  }

  List<String> of(WatchState state, int lines) {
    var columns = Column.beside(GUTTER + LEAST_NAMES, state.size().width());
    int names = state.size().width() - GUTTER - Column.width(columns) - Column.BETWEEN;
    int entity = Math.max(1, names / 2);
    int region = Math.max(1, names - entity);
    var drawn = new ArrayList<String>();
    drawn.add(head(columns, entity, region));
    var current = state.listing().current().orElse(null);
    for (var standing : state.listing().seen(lines)) {
      var line = new StringBuilder(mark(state, standing));
      line.append(name(words.entity(standing.subject().entity()), entity)).append(GAP);
      line.append(name(words.name(standing.subject().region()), region));
      for (var column : columns) {
        var cell = column.cell(standing, gauge, state.picture().now());
        line.append(GAP).append(Cells.left(cell, column.width()));
      }
      drawn.add(standing == current ? selected(line.toString(), state) : " " + line);
    }
    return drawn;
  }

  private String head(List<Column> columns, int entity, int region) {
    var head = new StringBuilder(" ".repeat(GUTTER));
    head.append(name("ENTITY", entity)).append(GAP).append(name("REGION", region));
    columns.forEach(c -> head.append(GAP).append(Cells.left(c.head(), c.width())));
    return Style.FAINT.paint(head.toString(), look);
  }

  private static String name(String text, int cells) {
    return Cells.left(Cells.fit(text, cells), cells);
  }

  private String mark(WatchState state, Standing standing) {
    var sign =
        switch (state.picture().mark(standing.subject())) {
          case UP -> look.symbols() ? "▲" : "^";
          case DOWN -> look.symbols() ? "▼" : "v";
          case LEDGER -> look.symbols() ? "•" : "*";
          case NONE -> " ";
        };
    return " " + (sign.equals(" ") ? sign : Style.of(standing.level()).paint(sign, look)) + " ";
  }

  /** In reverse over the whole width; the sign tells it without colours, too. */
  private String selected(String line, WatchState state) {
    var whole = Cells.left(Cells.clip(">" + line, state.size().width()), state.size().width());
    return Style.REVERSE.over(whole, look);
  }
}
