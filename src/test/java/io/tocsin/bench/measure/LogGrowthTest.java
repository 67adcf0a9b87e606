package io.tocsin.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGrowthTest {
  private static final int BYTES = 100;

  @TempDir Path logs;

  @Test
  void shouldCountWhatWasWrittenSince_whenLogsWereThereBefore() throws IOException {
    write("news-0", 1);
    var growth = new LogGrowth(logs);

    write("news-0", 3);
    write("alerts-0", 1);

    assertThat(growth.look()).isEqualTo(3 * BYTES);
  }

  @Test
  void shouldCountNothingAgain_whenTheBrokerDeletesATopic() throws IOException {
    write("alerts-0", 2);
    var growth = new LogGrowth(logs);

    Files.move(logs.resolve("alerts-0"), logs.resolve("alerts-0.0123456789abcdef-delete"));

    assertThat(growth.look()).isZero();
  }

  private void write(String partition, int times) throws IOException {
    var folder = Files.createDirectories(logs.resolve(partition));
    Files.write(folder.resolve("00000000000000000000.log"), new byte[times * BYTES]);
  }
}
