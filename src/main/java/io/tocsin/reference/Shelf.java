package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where the files come from: a folder's where it has them, else the shipped ones. */
final class Shelf {
  static final List<String> FILES =
      List.of(
          "regions.csv",
          "groups.csv",
          "entities.csv",
          "sources.csv",
          "authorities.csv",
          "scales.csv");

  private final Path folder;
  private final boolean mixed;
  private final Faults faults;

  /**
   * @param folder {@code null} for the shipped files alone
   */
  Shelf(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
    mixed = FILES.stream().anyMatch(this::isReplaced);
    if (folder != null && !Files.isDirectory(folder)) {
      faults.add(folder.toString(), 0, Problem.of("folder", null, "must be a folder"));
    } else if (folder != null && !mixed) {
      checkNames();
    }
  }

  /** Files of other names are no business of ours, unless a misspelt name is all there is. */
  private void checkNames() {
    try (var strangers = Files.newDirectoryStream(folder, "*.csv")) {
      strangers.forEach(
          stranger ->
              faults.add(
                  stranger.getFileName().toString(),
                  0,
                  Problem.of("file", null, "must be named as one of " + String.join(", ", FILES))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  Table table(String file, List<String> columns) {
    boolean replaced = isReplaced(file);
    try (var text = replaced ? Files.newBufferedReader(folder.resolve(file)) : shipped(file)) {
      var rows = new TableReader(file, faults).rows(columns, text);
      return new Table(file, mixed && !replaced, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private boolean isReplaced(String file) {
    return folder != null && Files.exists(folder.resolve(file));
  }

  private static Reader shipped(String file) {
    InputStream resource = Shelf.class.getResourceAsStream("/reference/" + file);
    return new InputStreamReader(
        Objects.requireNonNull(resource, () -> "not in the jar: reference/" + file),
        StandardCharsets.UTF_8);
  }
}
