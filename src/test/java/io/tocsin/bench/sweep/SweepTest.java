package io.tocsin.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
  @TempDir Path folder;

  @Test
  void shouldTryValuesUpToTheTop() {
    assertThat(Sweep.SUBJECTS.values(1_000_000))
        .containsExactly(1_000L, 10_000L, 100_000L, 1_000_000L);
    assertThat(Sweep.SUBJECTS.values(2_000)).containsExactly(1_000L, 2_000L);
    assertThat(Sweep.LATE.values(50)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
    assertThat(Sweep.THREADS.values(4)).containsExactly(1L, 2L, 4L);
    assertThatThrownBy(() -> Sweep.ROWS.values(5)).hasMessageContaining("at least 10");
  }

  @ParameterizedTest
  @CsvSource({"SUBJECTS, 1000, 1", "ROWS, 100, 2", "LATE, 50, 1", "STATEMENT, 100, 1"})
  void shouldFindPoints_whenTheCoreIsAlone(Sweep sweep, long value, int series) throws IOException {
    var points = new ArrayList<Point>();

    new CoreSweep(folder, 0, 200, points::add).run(sweep, value);

    assertThat(points).hasSize(series);
    assertThat(points)
        .allSatisfy(
            point -> {
              assertThat(point.at()).isEqualTo(value);
              assertThat(point.micros()).isPositive();
              assertThat(point.recordsPerSecond()).isPositive();
              assertThat(Point.parse(point.line())).isEqualTo(point);
            });
  }

  @Test
  void shouldDrawEverySeries_asSvg() throws IOException {
    var inOrder = List.of(new Point("in order", 10, 2, 1, 1), new Point("in order", 100, 2, 1, 1));
    var both = new ArrayList<>(inOrder);
    both.add(new Point("late", 10, 5, 1, 1));
    both.add(new Point("late", 100, 9, 1, 1));

    var one = Files.readString(Plot.write(new Curve(Sweep.ROWS, inOrder), folder.resolve("one")));
    var two = Files.readString(Plot.write(new Curve(Sweep.ROWS, both), folder.resolve("two")));

    assertThat(one).contains("<svg").contains("</svg>");
    assertThat(two.split("<path").length).isGreaterThan(one.split("<path").length);
  }
}
