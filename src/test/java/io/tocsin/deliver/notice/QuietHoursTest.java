package io.tocsin.deliver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Level;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), LONDON, Level.CRITICAL);

  @Test
  void shouldEndNextMorning_whenTheyReachOverMidnight() {
    assertThat(NIGHT.endAfter(Instant.parse("2015-12-05T22:00:00Z")))
        .hasValue(Instant.parse("2015-12-06T07:00:00Z"));
    assertThat(NIGHT.endAfter(Instant.parse("2015-12-06T06:59:59Z")))
        .hasValue(Instant.parse("2015-12-06T07:00:00Z"));
    assertThat(NIGHT.endAfter(Instant.parse("2015-12-06T07:00:00Z"))).isEmpty();
  }

  @Test
  void shouldEndTheSameDay_whenTheyDoNot() {
    var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), LONDON, null);

    assertThat(lunch.endAfter(Instant.parse("2015-12-05T12:30:00Z")))
        .hasValue(Instant.parse("2015-12-05T13:00:00Z"));
    assertThat(lunch.endAfter(Instant.parse("2015-12-05T11:59:59Z"))).isEmpty();
  }

  @Test
  void shouldGoByTheClocksOfTheZone_whenTheyAreSetForward() {
    assertThat(NIGHT.endAfter(Instant.parse("2016-03-26T23:00:00Z")))
        .hasValue(Instant.parse("2016-03-27T06:00:00Z"));
  }

  @Test
  void shouldBeBroken_byWhatIsGraveBeforeOrAfter() {
    assertThat(NIGHT.isBrokenBy(Changes.isilInBirmingham(1, Level.LOW, Level.CRITICAL))).isTrue();
    assertThat(NIGHT.isBrokenBy(Changes.isilInBirmingham(2, Level.CRITICAL, Level.LOW))).isTrue();
    assertThat(NIGHT.isBrokenBy(Changes.isilInBirmingham(3, Level.LOW, Level.SEVERE))).isFalse();
  }
}
