package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingIT {
  @TempDir Path folder;

  @Test
  void shouldKeepStandardOutputForData_andTheTerminalShort() {
    try (var child = run(ChildJvm.of(LoggingChild.class))) {
      assertThat(child.out()).containsExactly("done");
      assertThat(words(child.err()))
          .containsExactly("INFO  our info", "WARN  Something: their warning");
    }
  }

  @Test
  void shouldKeepEverythingInTheFile_whenItHasAFolder() throws IOException {
    var logs = folder.resolve("logs");
    try (var child = run(ChildJvm.of(LoggingChild.class).flags("-Dtocsin.log.dir=" + logs))) {
      assertThat(child.out()).containsExactly("done");
      assertThat(child.err()).hasSize(2);
    }

    assertThat(Files.readAllLines(logs.resolve("tocsin.log")))
        .hasSize(4)
        .anyMatch(line -> line.endsWith("their info"))
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*"));
  }

  @Test
  void shouldShowMoreOrLess_asTheEnvironmentOrAPropertyAsks() {
    try (var more = run(ChildJvm.of(LoggingChild.class).environment("TOCSIN_LOG_LEVEL", "DEBUG"));
        var less = run(ChildJvm.of(LoggingChild.class).flags("-DTOCSIN_LOG_LEVEL=WARN"))) {
      assertThat(words(more.err())).startsWith("DEBUG our debug", "INFO  our info");
      assertThat(words(less.err())).containsExactly("WARN  Something: their warning");
    }
  }

  @Test
  void shouldGoOn_whenTheFolderCannotBeWritten() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    try (var child = run(ChildJvm.of(LoggingChild.class).flags("-Dtocsin.log.dir=" + file))) {
      assertThat(child.out()).containsExactly("done");
      assertThat(child.err()).anyMatch(line -> line.startsWith("logging: "));
      assertThat(child.err()).anyMatch(line -> line.endsWith("our info"));
    }
  }

  private static ChildJvm run(ChildJvm.Plan plan) {
    var child = plan.start();
    assertThat(child.awaitExit()).isZero();
    return child;
  }

  private static List<String> words(List<String> lines) {
    return lines.stream().map(line -> line.substring("HH:mm:ss ".length())).toList();
  }
}
