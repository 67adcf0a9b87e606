package io.tocsin.extract.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The data files beside this package: a row a line, cells by commas, {@code #} begins a remark. */
final class Lists {
  private Lists() {}

  /** The rows of a file. */
  static List<String[]> rows(String file) {
    var resource = Lists.class.getResourceAsStream("/extract/places/" + file);
    Objects.requireNonNull(resource, () -> "not in the jar: extract/places/" + file);
    var rows = new ArrayList<String[]>();
    try (var in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          rows.add(line.strip().split(","));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read extract/places/" + file, e);
    }
    return rows;
  }

  /** Every cell of a file. */
  static Set<String> words(String file) {
    var words = new HashSet<String>();
    rows(file).forEach(row -> words.addAll(List.of(row)));
    return words;
  }
}
