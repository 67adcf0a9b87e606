package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has faded is forgotten, and nobody can tell by the level. */
class ForgettingTest {
  private static final Subject GB = new Subject("isil", "GB");
  private static final long DAY = Duration.ofDays(1).toMillis();

  private Reference reference;
  private HeapArchive archive;
  private Assessor assessor;

  @BeforeEach
  void open(@TempDir Path folder) {
    new SmallWorld().writeTo(folder);
    reference = Reference.load(folder);
    archive = new HeapArchive(reference.regions()::country);
    assessor =
        new Assessor(reference, archive, Territory.EVERYWHERE, Policy.DEFAULT, Long.MIN_VALUE);
  }

  @Test
  void shouldKeepABoundedNumberOfRows_whenReportsComeForYears() {
    for (int day = 0; day < 1_000; day++) {
      report(day);
    }

    assertThat(assessor.explain(GB).lines()).hasSizeBetween(84, 106);
    assertThat(archive.report("n0")).isNull();
    assertThat(archive.report("n999")).isNotNull();
  }

  @Test
  void shouldScoreAsIfNothingWereForgotten_whenReportsComeForYears() {
    double sum = 0;
    for (int day = 0; day < 400; day++) {
      report(day);
      sum += Math.pow(24 * Math.pow(2, -(399 - day) / 7.0), 2);
    }

    assertThat(assessor.explain(GB).score()).isCloseTo(-10 + Math.sqrt(sum), within(0.001));
  }

  @Test
  void shouldStillBeKnown_whenAllItsRowsAreForgottenAndAnotherIsRetracted() {
    report(0);
    report(200);
    assertThat(assessor.explain(GB).lines()).hasSize(1);

    assessor.apply(retraction(200), 201 * DAY);

    assertThat(archive.standing(GB).tracked()).isTrue();
  }

  @Test
  void shouldHaveNoEffect_whenAForgottenReportIsRetracted() {
    report(0);
    report(200);

    var verdict = assessor.apply(retraction(0), 201 * DAY);

    assertThat(verdict.outcomes()).isEmpty();
  }

  private void report(int day) {
    var claims = List.of(new Claim("isil", "GB", Category.ATTACK, 1));
    assessor.apply(report(day, 0, false, day * DAY, claims), day * DAY);
  }

  private static Report retraction(int day) {
    return report(day, 1, true, 201 * DAY, List.of());
  }

  private static Report report(
      int day, int revision, boolean retracted, long arrival, List<Claim> claims) {
    return new Report(
        "n" + day,
        revision,
        retracted,
        day * DAY,
        arrival,
        "wire-" + day,
        "wire-" + day,
        Reliability.A,
        Credibility.CONFIRMED,
        "story-" + day,
        day,
        "Report " + day,
        null,
        claims);
  }
}
