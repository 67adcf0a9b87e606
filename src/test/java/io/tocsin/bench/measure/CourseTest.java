package io.tocsin.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final String CLAIMS = "claims";

  private final Course course = new Course();

  @Test
  void shouldLeaveTheFirstHalfOut_whenSteady() {
    look(0, 0, 0, 0);
    look(1, 0, 0, 5);
    look(2, 100, 300, 15);
    look(11, 1_000, 3_000, 24);
    look(12, 2_000, 6_000, 26);
    done(13, 2_000, 6_000, 27);

    var steady = course.steady();

    assertThat(steady.records()).isEqualTo(1_000);
    assertThat(steady.seconds()).isEqualTo(1);
    assertThat(steady.rate()).isEqualTo(1_000);
    assertThat(steady.cpuPerMillion()).isCloseTo(2_000, within(1e-6));
    assertThat(course.whole().seconds()).isEqualTo(11);
    assertThat(course.whole().cpuPerMillion()).isCloseTo(10_500, within(1e-6));
  }

  @Test
  void shouldNotGainByReadingEverythingFirst() {
    look(0, 0, 0, 0);
    look(6, 2_000, 0, 6);
    look(8, 2_000, 3_000, 8);
    look(10, 2_000, 6_000, 10);
    done(11, 2_000, 6_000, 10);

    assertThat(course.steady().rate()).isCloseTo(1_000 / 4.0, within(1e-6));
  }

  @Test
  void shouldCountWhatIsThroughAllStages_whenCut() {
    cut(0, 0, 0);
    cut(6, 500, 150);
    cut(10, 1_000, 600);

    assertThat(course.isComplete()).isFalse();
    assertThat(course.sinceBegun()).isEqualTo(10);
    assertThat(course.whole().records()).isCloseTo(200, within(1e-6));
    assertThat(course.steady().records()).isCloseTo(150, within(1e-6));
    assertThat(course.steady().seconds()).isEqualTo(4);
  }

  @Test
  void shouldTellHowLongNothingMoved() {
    look(0, 10, 0, 0);
    look(1, 20, 0, 0);
    look(4, 20, 0, 0);

    assertThat(course.quiet()).isEqualTo(3);
  }

  private void look(double seconds, double read, double claims, double cpu) {
    add(seconds, read, claims, cpu, false);
  }

  private void done(double seconds, double read, double claims, double cpu) {
    add(seconds, read, claims, cpu, true);
  }

  private void cut(double seconds, double read, double claims) {
    add(seconds, read, claims, seconds, false);
  }

  private void add(double seconds, double read, double claims, double cpu, boolean done) {
    course.add(
        new Sample(
            seconds,
            Map.of(Sample.INPUT, read, CLAIMS, claims),
            Map.of(Sample.INPUT, 2_000.0, CLAIMS, 3 * read),
            (long) (read + claims),
            cpu,
            cpu / 10,
            done));
  }
}
