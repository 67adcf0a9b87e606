package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of this processor in its group, kept in the data folder: a process that returns under
 * the same name takes its place again at once, and ends what it left behind.
 */
final class Member {
  private static final String FILE = "member";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private Member() {}

  /**
   * @throws Failure where the data folder cannot be written
   */
  static String of(Path data) {
    var file = data.resolve(FILE);
    try {
      var kept = read(file);
      if (ID.matcher(kept).matches()) {
        return kept;
      }
      var made = "node-" + UUID.randomUUID();
      Files.createDirectories(data);
      Files.writeString(file, made + "\n");
      return made;
    } catch (IOException e) {
      throw new Failure(
          "%s cannot be written: %s".formatted(file, e),
          "Give this user the right to write there, or choose another folder with --data.",
          e);
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException first) {
      return "";
    }
  }
}
