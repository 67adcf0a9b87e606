package io.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: plays the demo, says what is wrong, and stops when asked to. */
class UpDemoIT {

  @TempDir Path folder;

  @Test
  void shouldPlayTheDemo_refuseASecondOne_andStopWhenAsked() {
    try (var demo = program("up", "--demo", "--speed", "max")) {
      demo.awaitErrorLine(line -> line.equals("Ctrl-C stops"));

      assertThat(demo.err()).anyMatch(line -> line.startsWith("played 155 records: "));
      assertThat(demo.out()).hasSizeGreaterThan(100);
      assertThat(demo.out()).anyMatch(line -> line.contains("Birmingham"));

      try (var second = program("up", "--demo")) {
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.err())
            .first()
            .asString()
            .startsWith("tocsin: a demo runs already, in process " + demo.pid());
      }

      assertThat(demo.terminate()).isZero();
    }
  }

  @Test
  void shouldSayWhoIsThere_whenTheDataFolderIsInUse() {
    try (var up = program("up", "--set", "topics.partitions=1")) {
      up.awaitErrorLine(line -> line.equals("Ctrl-C stops"));
      try (var second = program("up")) {
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.err())
            .anyMatch(line -> line.contains("is in use by process " + up.pid()))
            .noneMatch(line -> line.contains("\tat "));
      }
      assertThat(up.terminate()).isZero();
    }
  }

  @Test
  void shouldLeaveAFolderAlone_whenItIsNotTheDemos() throws Exception {
    var precious = Files.createDirectories(folder.resolve("demo")).resolve("precious.txt");
    Files.writeString(precious, "keep me");

    try (var demo = program("up", "--demo")) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.err()).first().asString().contains("holds something else than a demo");
    }
    assertThat(precious).hasContent("keep me");
  }

  private ChildJvm program(Object... arguments) {
    return ChildJvm.of(Main.class)
        .args(arguments)
        .args("--data", folder, "--set", "port=0")
        .start();
  }
}
