package io.tocsin.app;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command of Docker, in a folder and with variables of the environment. */
record Docker(Path folder, Map<String, String> variables) {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Who has a slow line pulls before; an engine that reaches no registry says so in a second. */
  private static final Duration PULL = Duration.ofMinutes(1);

  private static final int NOT_RUN = 127;

  /**
   * How a command ended.
   *
   * @param exit 127 where there is no such command, or it took too long
   */
  record Ended(int exit, String output) {
    boolean isWell() {
      return exit == 0;
    }
  }

  static Docker here() {
    return new Docker(Path.of("").toAbsolutePath(), Map.of());
  }

  /** Skips the test that asks for it where no engine answers. */
  void assumeEngine() {
    var answer = run(SOON, "version", "--format", "{{.Server.Version}}");
    if (!answer.isWell()) {
      abort("no Docker engine answers here, so nothing is tried in containers: " + answer.output());
    }
  }

  /** Skips the test that asks for it where an image is neither there nor to be had in a minute. */
  void assumeImages(String... images) {
    for (var image : images) {
      if (!has(image)) {
        var pulled = run(PULL, "pull", "--quiet", image);
        if (!pulled.isWell()) {
          abort(
              "the image %s is not here, and was not to be had: %s"
                  .formatted(image, pulled.output()));
        }
      }
    }
  }

  /** Whether an image is here. */
  boolean has(String image) {
    return run(SOON, "image", "inspect", "--format", "{{.Id}}", image).isWell();
  }

  /** Runs {@code docker} with these arguments, for so long at most. */
  Ended run(Duration within, String... arguments) {
    var output = file();
    try {
      var command =
          new ProcessBuilder(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
      command.environment().putAll(variables);
      command.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output);
      var process = command.start();
      process.getOutputStream().close();
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
        return new Ended(
            NOT_RUN,
            "no end of docker %s within %s; %s"
                .formatted(List.of(arguments), within, text(output)));
      }
      return new Ended(process.exitValue(), text(output));
    } catch (IOException e) {
      return new Ended(NOT_RUN, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(NOT_RUN, "interrupted");
    } finally {
      output.delete();
    }
  }

  private static File file() {
    try {
      return File.createTempFile("docker", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(File output) throws IOException {
    return new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8).strip();
  }
}
