package io.tocsin.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of the machine that some tests need; where it is not there they are skipped. */
public final class Program {
  private final Path path;

  private Program(Path path) {
    this.path = path;
  }

  /** Looks on the path; skips the test, and says so, where it is not there. */
  public static Program orSkip(String name) {
    var found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), name + " is not installed");
    return new Program(found.get());
  }

  /** What it says, and whether it went well. */
  public record Ran(int code, String output) {}

  /**
   * @param input what it reads; empty for nothing
   */
  public Ran run(String input, String... arguments) throws IOException, InterruptedException {
    var process = start(ProcessBuilder.Redirect.PIPE, arguments);
    try (var to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  /** Starts it, and leaves it running. */
  public Process start(ProcessBuilder.Redirect output, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
  }
}
