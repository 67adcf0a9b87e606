package io.tocsin.app;

import io.tocsin.broker.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The disposable data folder of the demo, made anew at every start. */
final class DemoFolder {
  private static final String MARK = "this-folder-is-the-demo's";

  private DemoFolder() {}

  /**
   * Empties the folder. Nothing is deleted that does not carry the demo's mark.
   *
   * @throws Failure where a demo runs in it, or it is not the demo's, or cannot be written
   */
  static Path anew(Path folder) {
    Running.in(folder)
        .ifPresent(
            running -> {
              throw new Failure(
                  "a demo runs already, in " + running,
                  "Use that one: ./tocsin levels, or stop it with Ctrl-C in its terminal.");
            });
    try {
      if (Files.exists(folder)) {
        requireOurs(folder);
        delete(folder);
      }
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(MARK), "It is deleted at every start of tocsin up --demo.\n");
      return folder;
    } catch (IOException e) {
      throw new Failure(
          "the demo's folder %s cannot be made anew: %s".formatted(folder, e),
          "Delete it, or choose another data folder with --data.",
          e);
    }
  }

  private static void requireOurs(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      if (entries.findAny().isPresent() && !Files.isRegularFile(folder.resolve(MARK))) {
        throw new Failure(
            folder + " holds something else than a demo, and is left as it is",
            "Move it away, or choose another data folder with --data.");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
