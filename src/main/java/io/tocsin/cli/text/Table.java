package io.tocsin.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An aligned table; where the terminal is too narrow, the widest of the yielding columns are cut.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int LEAST = 8;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** How a column's cells are set. */
  public enum Align {
    LEFT,
    RIGHT,
    /** Left, and cut to fit; its text must be without colours. */
    YIELDING
  }

  /** A column with its head. */
  public record Column(String head, Align align) {}

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  public static Column left(String head) {
    return new Column(head, Align.LEFT);
  }

  public static Column right(String head) {
    return new Column(head, Align.RIGHT);
  }

  public static Column yielding(String head) {
    return new Column(head, Align.YIELDING);
  }

  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(List.copyOf(Arrays.asList(cells)));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, the head first; none of them ends in spaces. */
  public List<String> lines(Terminal terminal) {
    var widths = widths(terminal.width());
    var lines = new ArrayList<String>();
    var heads = columns.stream().map(Column::head).toList();
    if (heads.stream().anyMatch(head -> !head.isEmpty())) {
      lines.add(Style.FAINT.paint(line(heads, widths), terminal));
    }
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int[] widths(int available) {
    var widths = IntStream.range(0, columns.size()).map(this::widest).toArray();
    long excess =
        IntStream.of(widths).asLongStream().sum()
            + (long) GAP.length() * (columns.size() - 1)
            - available;
    while (excess > 0) {
      int widest = widestYielding(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  /** The column that can best give way; -1 where none can. */
  private int widestYielding(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean yields = columns.get(i).align() == Align.YIELDING && widths[i] > LEAST;
      if (yields && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private int widest(int column) {
    return Math.max(
        Cells.width(columns.get(column).head()),
        rows.stream().mapToInt(row -> Cells.width(row.get(column))).max().orElse(0));
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP);
      line.append(
          switch (columns.get(i).align()) {
            case LEFT -> Cells.left(cells.get(i), widths[i]);
            case RIGHT -> Cells.right(cells.get(i), widths[i]);
            case YIELDING -> Cells.left(Cells.fit(cells.get(i), widths[i]), widths[i]);
          });
    }
    return line.toString().stripTrailing();
  }
}
