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
 * Reads a CSV file (RFC 4180, UTF-8, a header line). Columns may come in any order, and more of
 * them than are asked for; blank lines are passed over.
 */
final class TableReader {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private record Line(long number, List<String> cells) {}

  private final String file;
  private final Faults faults;

  TableReader(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * The rows, as far as the file is one; what it is not is a fault.
   *
   * @throws IOException when the file cannot be read at all
   */
  List<Row> rows(List<String> columns, Reader text) throws IOException {
    try {
      List<Line> lines = lines(text);
      if (!lines.isEmpty()) {
        return rows(columns, lines);
      }
      faults.add(file, 0, Problem.of("header", null, "must be given"));
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      faults.add(file, line, Problem.of("row", null, "must be CSV: " + e.getOriginalMessage()));
    } catch (CharacterCodingException e) {
      faults.add(file, 0, Problem.of("file", null, "must be UTF-8"));
    }
    return List.of();
  }

  private List<Row> rows(List<String> columns, List<Line> lines) {
    var positions = positions(lines.get(0));
    var missing = columns.stream().filter(column -> !positions.containsKey(column)).toList();
    missing.forEach(
        column ->
            faults.add(
                file, lines.get(0).number(), Problem.of(column, null, "is a missing column")));
    var rows = new ArrayList<Row>(lines.size());
    if (missing.isEmpty()) {
      int width = lines.get(0).cells().size();
      for (var line : lines.subList(1, lines.size())) {
        int cells = line.cells().size();
        if (cells == width) {
          rows.add(new Row(file, line.number(), positions, line.cells(), faults));
        } else {
          faults.add(
              file,
              line.number(),
              Problem.of("row", cells + " cells", "must have " + width + " cells"));
        }
      }
    }
    return rows;
  }

  private Map<String, Integer> positions(Line header) {
    var positions = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < header.cells().size(); i++) {
      String column = header.cells().get(i);
      if (positions.putIfAbsent(column, i) != null) {
        faults.add(
            file, header.number(), Problem.of("header", column, "must not name a column twice"));
      }
    }
    return positions;
  }

  private static List<Line> lines(Reader text) throws IOException {
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
    }
    if (!lines.isEmpty() && lines.get(0).cells().get(0).startsWith(BYTE_ORDER_MARK)) {
      lines.get(0).cells().set(0, lines.get(0).cells().get(0).substring(1));
    }
    return lines;
  }
}
