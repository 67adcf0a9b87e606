package io.tocsin.app;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command of Docker.
 *
 * @param variables of the environment, beside those that are there
 */
record Docker(Map<String, String> variables) {
  private static final Duration SOON = Duration.ofMinutes(1);

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
    return new Docker(Map.of());
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
      lacking(image)
          .ifPresent(
              why ->
                  abort(
                      "the image %s is not here, and was not to be had: %s".formatted(image, why)));
    }
  }

  /** Why an image is neither here nor to be had in a minute; empty where it is here then. */
  Optional<String> lacking(String image) {
    if (run(SOON, "image", "inspect", "--format", "{{.Id}}", image).isWell()) {
      return Optional.empty();
    }
    var pulled = run(PULL, "pull", "--quiet", image);
    return pulled.isWell() ? Optional.empty() : Optional.of(pulled.output());
  }

  /**
   * What {@code docker} says to these arguments.
   *
   * @throws AssertionError with it, where it fails
   */
  String ask(Duration within, String... arguments) {
    var ended = run(within, arguments);
    if (!ended.isWell()) {
      throw new AssertionError(
          "docker %s: %d, %s".formatted(List.of(arguments), ended.exit(), ended.output()));
    }
    return ended.output();
  }

  /** Runs {@code docker} with these arguments, for so long at most. */
  Ended run(Duration within, String... arguments) {
    var output = file();
    try {
      var process = command(arguments).redirectOutput(output).start();
      process.getOutputStream().close();
      if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Ended(process.exitValue(), text(output));
      }
      process.destroy();
      return new Ended(NOT_RUN, "no end of it within %s; %s".formatted(within, text(output)));
    } catch (IOException e) {
      return new Ended(NOT_RUN, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(NOT_RUN, "interrupted");
    } finally {
      output.delete();
    }
  }

  private ProcessBuilder command(String... arguments) {
    var words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(arguments));
    var command = new ProcessBuilder(words).redirectErrorStream(true);
    command.environment().putAll(variables);
    return command;
  }

  private static File file() {
    try {
      return File.createTempFile("docker", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(File output) throws IOException {
    return Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
  }
}
