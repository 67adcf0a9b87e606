package io.tocsin.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A shipped file of plain rows: cells between commas, {@code #} begins a comment. */
public final class Listing {
  private Listing() {}

  /** The rows of {@code /ingest/FILE}, cell by cell; blank lines are passed over. */
  public static List<List<String>> rows(String file) {
    var stream = Listing.class.getResourceAsStream("/ingest/" + file);
    Objects.requireNonNull(stream, () -> "not in the jar: ingest/" + file);
    var rows = new ArrayList<List<String>>();
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.strip().split("\\s*,\\s*", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read ingest/" + file, e);
    }
    return List.copyOf(rows);
  }

  /** The second cell of each row by its first. */
  public static Map<String, String> pairs(String file) {
    var pairs = new LinkedHashMap<String, String>();
    rows(file).forEach(row -> pairs.put(row.get(0), row.get(1)));
    return Map.copyOf(pairs);
  }
}
