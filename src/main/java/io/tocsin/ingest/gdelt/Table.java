package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Harvest;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A file of rows with a known number of cells, of which a bad one spoils itself alone. */
final class Table {
  private static final int LONGEST_ROW = 1024 * 1024;
  private static final int MOST_CELLS = 100;
  private static final int PEEK = 512 * 1024;

  private final byte[] bytes;
  private final int columns;

  Table(byte[] bytes, int columns) {
    this.bytes = bytes;
    this.columns = columns;
  }

  /** The cells of the first row; empty where it has not the right number of them. */
  static Optional<List<String>> first(byte[] bytes, int columns) {
    int end = end(bytes, 0);
    int length = Math.min(end, PEEK);
    var cells = cells(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return cells.size() == columns && end <= PEEK ? Optional.of(cells) : Optional.empty();
  }

  /**
   * Reads row by row.
   *
   * @param reader makes a record of the cells; empty where the row is of no concern, which is
   *     counted and told once for all such rows
   * @param passed the rule that such rows break
   */
  Harvest read(Function<Row, Optional<? extends Incoming>> reader, Problem passed) {
    var basket = new Harvest.Basket();
    int number = 0;
    int without = 0;
    for (int start = 0; start < bytes.length; ) {
      int end = end(bytes, start);
      number++;
      if (end > start) {
        without += read(basket, number, start, end, reader) ? 0 : 1;
      }
      start = end + 1;
    }
    if (without > 0) {
      basket.refuse(without + " of " + number + " rows", passed);
    }
    return basket.harvest();
  }

  private boolean read(
      Harvest.Basket basket,
      int number,
      int start,
      int end,
      Function<Row, Optional<? extends Incoming>> reader) {
    var where = "row " + number;
    try {
      var record = reader.apply(new Row(row(start, end)));
      record.ifPresent(found -> basket.take(where, () -> found));
      return record.isPresent();
    } catch (InvalidRecord e) {
      basket.refuse(where, e);
      return true;
    }
  }

  private List<String> row(int start, int end) {
    int length = end - start;
    if (length > LONGEST_ROW) {
      throw refused("bytes", length, "must be at most " + LONGEST_ROW);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
      var cells = cells(text.toString());
      if (cells.size() != columns) {
        var found = cells.size() > MOST_CELLS ? "more than " + MOST_CELLS : cells.size();
        throw refused("cells", found, "must be " + columns);
      }
      return cells;
    } catch (CharacterCodingException e) {
      throw refused("row", "", "must be UTF-8");
    }
  }

  private static InvalidRecord refused(String field, Object value, String rule) {
    return new InvalidRecord(Problem.of(field, value, rule));
  }

  private static int end(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** At most one more than may be, so that a row of tabs alone takes no memory. */
  private static List<String> cells(String row) {
    var cells = new ArrayList<String>();
    int start = 0;
    for (int tab = row.indexOf('\t'); tab >= 0 && cells.size() < MOST_CELLS; ) {
      cells.add(row.substring(start, tab));
      start = tab + 1;
      tab = row.indexOf('\t', start);
    }
    var last = row.substring(start);
    cells.add(last.endsWith("\r") ? last.substring(0, last.length() - 1) : last);
    return cells;
  }
}
