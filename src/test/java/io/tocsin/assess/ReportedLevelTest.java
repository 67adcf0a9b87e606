package io.tocsin.assess;

import static io.tocsin.assess.Scene.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Assessment, section 5. */
class ReportedLevelTest {
  private final Scene scene = new Scene();

  private void attacks(String first, String second) {
    scene.at(0).report("one").by(first).sent();
    scene.at(0).report("two").by(second).sent();
  }

  @Test
  void shouldReachALevel_exactlyAtItsThreshold() {
    scene.at(0).report("n").of(Category.THREAT).sent();

    assertThat(scene.score()).isEqualTo(0);
    assertThat(scene.level()).isEqualTo(Level.MODERATE);
    assertThat(scene.last().probability()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void shouldStayBelow_justUnderAThreshold() {
    scene.at(0).report("n").of(Category.LINK).sent();

    assertThat(scene.score()).isEqualTo(-2);
    assertThat(scene.level()).isEqualTo(Level.LOW);
    assertThat(scene.changes()).isEmpty();
    assertThat(scene.outcomes("isil", "FR"))
        .singleElement()
        .satisfies(o -> assertThat(o.kind()).isEqualTo(Outcome.Kind.RENEWED));
  }

  @Test
  void shouldGiveTheProbability_thatTheScoreMeans() {
    scene.at(0).says("fr-plan", Action.WARN, "w").sent();

    assertThat(scene.explain().probability()).isCloseTo(10.0 / 11, within(1e-12));
  }

  @Test
  void shouldBeCapped_whenOneOriginStandsAlone() {
    attacks("wire-a", "wire-a");

    assertThat(scene.score()).isGreaterThan(20);
    assertThat(scene.level()).isEqualTo(Level.SUBSTANTIAL);
    assertThat(scene.explain().held()).isEqualTo(Held.UNCORROBORATED);
    assertThat(scene.explain().uncorroborated()).isEqualTo(Level.SEVERE);
  }

  @Test
  void shouldBeCorroborated_whenTwoOriginsAgree() {
    attacks("wire-a", "gazette-a");

    assertThat(scene.level()).isEqualTo(Level.SEVERE);
    assertThat(scene.explain().corroborated()).isTrue();
  }

  @Test
  void shouldNotBeCorroborated_byASourceOfLowGrade() {
    attacks("wire-a", "wire-a");
    scene.at(0).report("d").by("tabloid-d").sent();
    scene.at(0).report("f").by("blog-f").sent();

    assertThat(scene.explain().corroborated()).isFalse();
  }

  @Test
  void shouldNotBeCorroborated_byACopy() {
    scene.at(0).report("one").by("wire-a").sent();
    scene.at(0).report("two").by("gazette-a").citing("wire-a").sent();

    assertThat(scene.explain().corroborated()).isFalse();
  }

  @Test
  void shouldBeCorroborated_byAConfirmation() {
    attacks("wire-a", "wire-a");
    scene.at(1).says("fr-plan", Action.CONFIRM, "s").sent();

    assertThat(scene.level()).isEqualTo(Level.SEVERE);
    assertThat(scene.last().cause()).isEqualTo(Cause.STATEMENT);
  }

  @Test
  void shouldNotBeCorroborated_byTheConfirmationOfAnotherCategoryBelow() {
    scene.at(0).report("one").in("FR-75").sent();
    scene.at(0).says("fr-plan", Action.CONFIRM, "s").in("FR-75").of(Category.RAID).sent();

    assertThat(scene.explain("isil", "FR-IDF").corroborated()).isFalse();
  }

  @Test
  void shouldBeCorroborated_byAWarningWhateverItsCategories() {
    scene.at(0).report("one").in("FR-75").sent();
    scene
        .at(0)
        .says("fr-plan", Action.WARN, "s")
        .about("isil")
        .in("FR-75")
        .of(Category.RAID)
        .sent();

    assertThat(scene.explain("isil", "FR-IDF").corroborated()).isTrue();
  }

  @Test
  void shouldLoseCorroboration_after72Hours() {
    attacks("wire-a", "gazette-a");
    scene.at(71.999).tick();
    assertThat(scene.explain().corroborated()).isTrue();

    scene.at(72).tick();
    assertThat(scene.explain().corroborated()).isFalse();
  }

  @Test
  void shouldLoseCorroboration_whenTheConfirmationIs72HoursOld() {
    scene.at(0).says("fr-plan", Action.CONFIRM, "s").sent();
    scene.at("2015-12-07T21:39:59.999Z").tick();
    assertThat(scene.explain().corroborated()).isTrue();

    scene.at(72).tick();
    assertThat(scene.explain().corroborated()).isFalse();
  }

  @Test
  void shouldHoldItsPeakTwelveHours_afterTheLastMomentAtALevel() {
    scene.at(0).report("n").of(Category.THREAT).sent();
    scene.at(100).tick();

    assertThat(scene.last().level()).isEqualTo(Level.LOW);
    assertThat(scene.last().cause()).isEqualTo(Cause.DECAY);
    assertThat(scene.last().trigger()).isNull();
    assertThat(scene.last().effectiveAt()).isEqualTo(hour(12));
  }

  @Test
  void shouldFallAtTheComputedSecond_whenAnAttackFades() {
    scene.at(0).report("n").sent();
    scene.at(1000).tick();

    // 24 dB reach 20 after 168 h · log2(24/20), and 10 after 168 h · log2(2.4)
    double substantial = 168 * Math.log(1.2) / Math.log(2) + 12;
    double moderate = 168 * Math.log(2.4) / Math.log(2) + 12;
    assertThat(scene.changes())
        .extracting(c -> c.effectiveAt().toEpochMilli())
        .containsExactly(Scene.ms(0), second(substantial), second(moderate));
    assertThat(scene.changes().get(0).nextFallAt())
        .isEqualTo(Instant.ofEpochMilli(second(substantial)));
  }

  private static long second(double hours) {
    double ms = Scene.START.toEpochMilli() + hours * 3_600_000;
    return (long) Math.ceil(ms / 1000) * 1000;
  }

  @Test
  void shouldFallAtAWholeSecond_whenTheReportCameBetweenTwo() {
    scene.at("2015-12-04T21:40:00.001Z").report("n").of(Category.THREAT).sent();
    scene.at(100).tick();

    assertThat(scene.last().effectiveAt()).isEqualTo(Instant.parse("2015-12-05T09:40:01Z"));
  }

  @Test
  void shouldReachTheLevelOfItsMoment_whenThereIsNoHold() {
    var quick = new Scene(Scene.withHold(Duration.ZERO));
    quick.at(0).report("n").of(Category.THREAT).sent();
    assertThat(quick.level()).isEqualTo(Level.MODERATE);

    quick.at(1).tick();
    assertThat(quick.level()).isEqualTo(Level.LOW);
    assertThat(quick.last().effectiveAt()).isEqualTo(Scene.START.plusSeconds(1));
  }

  @Test
  void shouldFallSeveralLevelsInOneChange_whenTheHoldOfADeniedReportEnds() {
    scene.at(0).report("n").sent();
    scene.at(1).says("fr-plan", Action.DENY, "s").sent();
    assertThat(scene.level()).isEqualTo(Level.SUBSTANTIAL);
    assertThat(scene.explain().held()).isEqualTo(Held.PEAK_HOLD);

    scene.at(20).tick();
    assertThat(scene.changes()).hasSize(2);
    assertThat(scene.last().previousLevel()).isEqualTo(Level.SUBSTANTIAL);
    assertThat(scene.last().level()).isEqualTo(Level.LOW);
    assertThat(scene.last().effectiveAt()).isEqualTo(hour(13));
  }
}
