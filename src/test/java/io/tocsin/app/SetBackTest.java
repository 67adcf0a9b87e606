package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SetBackTest {
  private Instant wall = Instant.parse("2026-03-01T00:00:00Z");
  private long nanos = 17;
  private final SetBack clock = new SetBack(() -> wall, () -> nanos);

  @Test
  void shouldFail_whenTheClockWasSetBackByMoreThanAMinute() {
    pass(Duration.ofSeconds(1));
    clock.check();
    set(Duration.ofMinutes(-120));

    assertThatThrownBy(clock::check)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("set back by 7200 s");
  }

  @Test
  void shouldGoOn_whenTimePasses_orTheClockIsSetOn_orALittleBack() {
    pass(Duration.ofHours(3));
    assertThatCode(clock::check).doesNotThrowAnyException();
    set(Duration.ofHours(1));
    assertThatCode(clock::check).doesNotThrowAnyException();
    set(Duration.ofSeconds(-59));
    assertThatCode(clock::check).doesNotThrowAnyException();
    set(Duration.ofSeconds(-59));
    assertThatCode(clock::check).doesNotThrowAnyException();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  private void set(Duration by) {
    wall = wall.plus(by);
  }
}
