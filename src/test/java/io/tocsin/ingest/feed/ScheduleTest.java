package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration FIVE = Duration.ofMinutes(5);
  private static final Schedule FINE = new Schedule(NOON, 0);

  private static Duration wait(Schedule schedule) {
    return Duration.between(NOON, schedule.next());
  }

  @Test
  void shouldWaitTheInterval_andUpToATenthMore() {
    assertThat(wait(FINE.succeeded(NOON, FIVE, 0))).isEqualTo(FIVE);
    assertThat(wait(FINE.succeeded(NOON, FIVE, 1))).isEqualTo(Duration.ofSeconds(330));
  }

  @Test
  void shouldDoubleTheWait_untilSixHours() {
    var schedule = FINE;
    var waits = new java.util.ArrayList<Duration>();
    for (int i = 0; i < 40; i++) {
      schedule = schedule.failed(NOON, FIVE, Duration.ZERO, 0);
      waits.add(wait(schedule));
    }

    assertThat(waits.subList(0, 4))
        .containsExactly(
            FIVE, Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40));
    assertThat(waits.get(39)).isEqualTo(Schedule.LONGEST_WAIT);
    assertThat(waits).isSorted();
    assertThat(wait(schedule.succeeded(NOON, FIVE, 0))).isEqualTo(FIVE);
  }

  @Test
  void shouldWaitAsLongAsAskedFor_whenThatIsLonger() {
    assertThat(wait(FINE.failed(NOON, FIVE, Duration.ofHours(12), 0)))
        .isEqualTo(Duration.ofHours(12));
    assertThat(wait(FINE.failed(NOON, FIVE, Duration.ofSeconds(1), 0))).isEqualTo(FIVE);
  }

  @Test
  void shouldWaitHalfAMinute_whenAShortIntervalFails() {
    assertThat(wait(FINE.failed(NOON, Duration.ofSeconds(1), Duration.ZERO, 0)))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void shouldSpreadFirstLooks() {
    assertThat(wait(Schedule.first(NOON, 0))).isZero();
    assertThat(wait(Schedule.first(NOON, 1))).isEqualTo(Schedule.FIRST_WITHIN);
  }
}
