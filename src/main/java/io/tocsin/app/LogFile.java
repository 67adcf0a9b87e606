package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run that lasts writes its log. To be told before anything logs: the logging library reads
 * system properties once.
 */
final class LogFile {
  private static final String FOLDER = "tocsin.log.dir";
  private static final String LEVEL = "TOCSIN_LOG_LEVEL";

  private static final String OTHERS = "TOCSIN_LOG_OTHERS";

  private LogFile() {}

  /**
   * Logs to a file in the data folder.
   *
   * @return the file
   * @throws Failure where the data folder cannot be written
   */
  static Path in(Path data, Options.LogLevel level) {
    var folder = data.resolve("logs");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Failure(
          "the data folder %s cannot be written: %s".formatted(data, e),
          "Give this user the right to write there, or choose another with --data.",
          e);
    }
    System.setProperty(FOLDER, folder.toString());
    level(level);
    return folder.resolve("tocsin.log");
  }

  /** Logs nothing: the terminal is a screen that lines would break. */
  static void none() {
    System.setProperty(LEVEL, "OFF");
    System.setProperty(OTHERS, "OFF");
  }

  /** Logs to the terminal alone. */
  static void level(Options.LogLevel level) {
    System.setProperty(LEVEL, level.name());
  }
}
