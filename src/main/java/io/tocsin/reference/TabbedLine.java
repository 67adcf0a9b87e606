package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One line of a GeoNames file: cells between tabs, no header, {@code #} for comments. */
final class TabbedLine {
  private final String file;
  private final long number;
  private final String[] cells;
  private final Faults faults;

  private TabbedLine(String file, long number, String[] cells, Faults faults) {
    this.file = file;
    this.number = number;
    this.cells = cells;
    this.faults = faults;
  }

  /** The lines of a file; those with fewer cells than they must have are faults. */
  static List<TabbedLine> read(Path path, int minCells, Faults faults) throws IOException {
    String file = path.getFileName().toString();
    var lines = new ArrayList<TabbedLine>();
    long number = 0;
    try (var reader = Files.newBufferedReader(path)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank() && text.charAt(0) != '#') {
          var line = new TabbedLine(file, number, text.split("\t", -1), faults);
          if (line.size() >= minCells) {
            lines.add(line);
          } else {
            line.refuse(
                Problem.of(
                    "line", line.size() + " cells", "must have " + minCells + " cells or more"));
          }
        }
      }
    }
    return lines;
  }

  int size() {
    return cells.length;
  }

  String cell(int index) {
    return cells[index].strip();
  }

  /** A count, 0 where the cell is empty or, which is a fault, none. */
  long count(int index, String field) {
    String cell = cell(index);
    if (cell.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      refuse(Problem.of(field, cell, "must be a whole number"));
      return 0;
    }
  }

  /** Degrees; {@code null} where the cell is, which is a fault, none. */
  Double degrees(int index, String field, double limit) {
    try {
      double degrees = Double.parseDouble(cell(index));
      if (Math.abs(degrees) <= limit) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number out of range is
    }
    refuse(
        Problem.of(
            field,
            cell(index),
            "must be a number of degrees in [-%1$.0f, %1$.0f]".formatted(limit)));
    return null;
  }

  void refuse(Problem problem) {
    faults.add(file, number, problem);
  }
}
