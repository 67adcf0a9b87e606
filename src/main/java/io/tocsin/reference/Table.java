package io.tocsin.reference;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.tocsin.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one CSV file (RFC 4180, UTF-8, a header line). Columns may come in any order, and
 * more of them than are asked for; blank lines are passed over.
 *
 * @param lenient whether a row that refers to what is not there leaves the reference out instead of
 *     being refused: a shipped file beside one that was replaced
 */
record Table(String file, boolean lenient, List<Row> rows) {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private record Line(long number, List<String> cells) {}

  /**
   * Reads a file as far as it can be read.
   *
   * @throws IOException when the file cannot be read at all
   */
  static Table read(String file, List<String> columns, Reader text, boolean lenient, Faults faults)
      throws IOException {
    List<Line> lines = lines(file, text, faults);
    if (lines.isEmpty()) {
      faults.add(file, 0, Problem.of("header", null, "must be given"));
      return new Table(file, lenient, List.of());
    }
    var header = lines.get(0);
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      if (positions.put(header.cells().get(i), i) != null) {
        faults.add(
            file,
            header.number(),
            Problem.of("header", header.cells().get(i), "must not name a column twice"));
      }
    }
    var missing = columns.stream().filter(column -> !positions.containsKey(column)).toList();
    missing.forEach(
        column ->
            faults.add(file, header.number(), Problem.of(column, null, "is a missing column")));
    return missing.isEmpty()
        ? new Table(file, lenient, rows(file, lines, positions, faults))
        : new Table(file, lenient, List.of());
  }

  private static List<Row> rows(
      String file, List<Line> lines, Map<String, Integer> positions, Faults faults) {
    var rows = new ArrayList<Row>(lines.size());
    for (var line : lines.subList(1, lines.size())) {
      if (line.cells().size() == positions.size()) {
        rows.add(new Row(file, line.number(), positions, line.cells(), faults));
      } else {
        faults.add(
            file,
            line.number(),
            Problem.of(
                "row", line.cells().size() + " cells", "must have " + positions.size() + " cells"));
      }
    }
    return rows;
  }

  private static List<Line> lines(String file, Reader text, Faults faults) throws IOException {
    var lines = new ArrayList<Line>();
    try (var parser = CSV.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        var cells = new ArrayList<String>();
        long number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.add(parser.getText());
          number = cells.size() == 1 ? parser.currentTokenLocation().getLineNr() : number;
        }
        lines.add(new Line(number, cells));
      }
    } catch (JacksonException e) {
      faults.add(
          file,
          e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          Problem.of("row", null, "must be CSV: " + e.getOriginalMessage()));
    } catch (CharacterCodingException e) {
      faults.add(file, 0, Problem.of("file", null, "must be UTF-8"));
    }
    return withoutMark(lines);
  }

  private static List<Line> withoutMark(List<Line> lines) {
    if (!lines.isEmpty()) {
      var cells = lines.get(0).cells();
      if (!cells.get(0).isEmpty() && cells.get(0).charAt(0) == BYTE_ORDER_MARK) {
        cells.set(0, cells.get(0).substring(1));
      }
    }
    return lines;
  }
}
