package io.tocsin.assess;

import static io.tocsin.assess.Scene.faded;
import static io.tocsin.assess.Scene.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Assessment, section 4: what official statements make of reports. */
class StatementsTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double WEEK = 168;

  private final Scene scene = new Scene();

  /** An attack that weighs 12 dB: 24 by a report that cannot be judged. */
  private void doubtfulAttack(double hours) {
    scene.at(hours).report("n").graded(Credibility.CANNOT_BE_JUDGED).sent();
  }

  @Test
  void shouldCountInFull_whenConfirmed() {
    doubtfulAttack(0);
    scene.at(0).says("fr-plan", Action.CONFIRM, "s").sent();

    assertThat(scene.score()).isCloseTo(14, EXACT);
    assertThat(scene.explain().lines().get(0).factors())
        .containsExactly(new Factor(Factor.Kind.CONFIRMED, "s", 2));
  }

  @Test
  void shouldCountATenth_whenDenied() {
    doubtfulAttack(0);
    scene.at(0).says("fr-plan", Action.DENY, "s").sent();

    assertThat(scene.score()).isCloseTo(-8.8, EXACT);
  }

  @Test
  void shouldReachARow_atExactly72HoursEitherWay() {
    doubtfulAttack(0);
    scene.at(72).says("fr-plan", Action.CONFIRM, "s").sent();
    assertThat(scene.score()).isCloseTo(-10 + faded(24, 72, WEEK), EXACT);

    var early = new Scene();
    early.at(0).says("fr-plan", Action.CONFIRM, "s").sent();
    early.at(72).report("n").graded(Credibility.CANNOT_BE_JUDGED).sent();
    assertThat(early.score()).isCloseTo(14, EXACT);
  }

  @Test
  void shouldNotReachARow_justBeyond72Hours() {
    doubtfulAttack(0);
    scene.at("2015-12-07T21:40:00.001Z").says("fr-plan", Action.CONFIRM, "s").sent();
    assertThat(scene.score()).isCloseTo(-10 + faded(12, 72, WEEK), within(1e-6));

    var early = new Scene();
    early.at(0).says("fr-plan", Action.CONFIRM, "s").sent();
    early.at("2015-12-07T21:40:00.001Z").report("n").graded(Credibility.CANNOT_BE_JUDGED).sent();
    assertThat(early.score()).isCloseTo(2, EXACT);
  }

  @Test
  void shouldFollowTheLaterIssued_whenBothConfirmedAndDenied() {
    doubtfulAttack(0);
    scene.at(2).says("fr-plan", Action.DENY, "a").sent();
    scene.at(1).says("joint-cell", Action.CONFIRM, "z").in("FR").sent();

    assertThat(scene.score()).isCloseTo(-10 + faded(1.2, 2, WEEK), EXACT);
  }

  @Test
  void shouldFollowTheGreaterId_whenConfirmedAndDeniedAtOnce() {
    doubtfulAttack(0);
    scene.at(0).says("fr-plan", Action.DENY, "a").sent();
    scene.at(0).says("joint-cell", Action.CONFIRM, "b").sent();

    assertThat(scene.score()).isCloseTo(14, EXACT);
  }

  @Test
  void shouldFollowTheEarlierAgain_whenTheLaterIsCancelled() {
    doubtfulAttack(0);
    scene.at(0).says("fr-plan", Action.CONFIRM, "a").sent();
    scene.at(1).says("fr-plan", Action.DENY, "b").sent();
    scene.at(2).says("fr-plan", Action.DENY, "b").cancelled(1).sent();

    assertThat(scene.score()).isCloseTo(-10 + faded(24, 2, WEEK), EXACT);
  }

  @Test
  void shouldTouchOnlyItsCategories_whenItNamesSome() {
    doubtfulAttack(0);
    scene.at(0).report("p").of(Category.PLOT).by("daily-b").sent();
    scene.at(0).says("fr-plan", Action.DENY, "s").of(Category.ATTACK).sent();

    assertThat(scene.score()).isCloseTo(score(-10, 1.2, 14 * 0.85), EXACT);
  }

  @Test
  void shouldTouchTheClaimAndNotTheSubject_whenItIsAboutAnotherPlaceBelow() {
    scene.at(0).report("here").in("FR-75").sent();
    scene.at(0).report("there").in("FR-92").by("gazette-a").sent();
    scene.at(0).says("fr-plan", Action.DENY, "s").in("FR-92").sent();

    assertThat(scene.score("isil", "FR-IDF")).isCloseTo(score(-10, 21.6, 2.16), EXACT);
    assertThat(scene.score("isil", "FR-75")).isCloseTo(14, EXACT);
  }

  @Test
  void shouldCoverTheWholeJurisdiction_whenItNamesNeitherEntityNorRegion() {
    scene.at(0).report("n").about("aqim").in("FR-75").sent();
    scene.at(0).says("fr-plan", Action.DENY, "s").about().in().sent();

    assertThat(scene.score("aqim", "FR-75")).isCloseTo(-7.6, EXACT);
  }

  @Test
  void shouldCoverMembers_whenItNamesAGroup() {
    scene.at(0).report("n").in("FR-75").sent();
    scene.at(0).report("gb").in("GB").sent();
    scene.at(0).says("eu-centre", Action.DENY, "s").in("EU").sent();

    assertThat(scene.score("isil", "FR-75")).isCloseTo(-7.6, EXACT);
    assertThat(scene.score("isil", "GB")).isCloseTo(14, EXACT);
  }

  @Test
  void shouldBeAComment_whenTheRegionIsNotItsOwn() {
    doubtfulAttack(0);
    scene.at(0).says("gb-centre", Action.DENY, "s").in("FR", "GB").sent();

    assertThat(scene.score()).isCloseTo(2, EXACT);
    assertThat(scene.disposition()).isEqualTo(Verdict.Disposition.RECORDED);
    assertThat(scene.tracks("isil", "GB")).isFalse();
  }

  @Test
  void shouldNeverHaveEffect_whenCancelledBeforeItIsIssued() {
    doubtfulAttack(0);
    scene.at(1).says("fr-plan", Action.DENY, "s").cancelled(1).sent();
    scene.at(2).says("fr-plan", Action.DENY, "s").sent();

    assertThat(scene.score()).isCloseTo(-10 + faded(12, 2, WEEK), EXACT);
  }

  @Test
  void shouldWarnListedSubjectsAndAncestors_whenItWarns() {
    scene.at(0).says("fr-plan", Action.WARN, "w").about("isil-k").in("FR-75").sent();

    assertThat(scene.score("isil-k", "FR-75")).isCloseTo(10, EXACT);
    assertThat(scene.score("isil", "FR-IDF")).isCloseTo(-10 + 20 * 0.81, EXACT);
    scene.at(168).tick();
    assertThat(scene.score("isil-k", "FR-75")).isCloseTo(0, EXACT);
  }

  @Test
  void shouldWeighNothing_onceTheWarningIsCancelled() {
    scene.at(0).says("fr-plan", Action.WARN, "w").sent();
    scene.at(1).says("fr-plan", Action.WARN, "w").cancelled(1).sent();
    assertThat(scene.score()).isCloseTo(-10, EXACT);
    assertThat(scene.explain().lines().get(0).factors())
        .contains(new Factor(Factor.Kind.WITHDRAWN, "w", 0));

    scene.at(2).says("fr-plan", Action.WARN, "w").revision(2).sent();
    assertThat(scene.score()).isCloseTo(10, EXACT);
  }

  @Test
  void shouldKeepATenthOfWhatCameBefore_whenAllIsClear() {
    scene.at(0).report("n").sent();
    scene.at(1).says("fr-plan", Action.ALL_CLEAR, "s").sent();
    assertThat(scene.score()).isCloseTo(-10 + faded(2.4, 1, WEEK), EXACT);

    scene.at(2).report("new").by("gazette-a").of(Category.THREAT).sent();
    assertThat(scene.score()).isCloseTo(score(-10, faded(2.4, 2, WEEK), 10), EXACT);
  }

  @Test
  void shouldReachTheRowOfItsOwnMoment_whenAllIsClear() {
    scene.at(0).says("fr-plan", Action.ALL_CLEAR, "s").sent();
    scene.at(0).report("n").sent();

    assertThat(scene.score()).isCloseTo(-7.6, EXACT);
  }

  @Test
  void shouldDropAtOnce_whenAllIsClear() {
    scene.at(0).report("n").sent();
    scene.at(1).says("fr-plan", Action.ALL_CLEAR, "s").sent();

    assertThat(scene.level()).isEqualTo(Level.LOW);
    assertThat(scene.last().effectiveAt()).isEqualTo(Scene.hour(1));
  }

  @Test
  void shouldHoldStill_whenAllIsClearForAnotherSubject() {
    scene.at(0).report("n").in("FR-75").sent();
    scene.at(1).says("fr-plan", Action.ALL_CLEAR, "s").in("FR-75").sent();

    assertThat(scene.level("isil", "FR-75")).isEqualTo(Level.LOW);
    assertThat(scene.score()).isCloseTo(-10 + faded(24 * 0.81 * 0.1, 1, WEEK), EXACT);
    assertThat(scene.level()).isEqualTo(Level.MODERATE);
    assertThat(scene.explain().held()).isEqualTo(io.tocsin.model.Held.PEAK_HOLD);
  }

  @Test
  void shouldTakeWeightAway_whenAHoaxIsExposed() {
    scene.at(0).report("n").in("FR-75").sent();
    scene
        .at(1)
        .report("h")
        .by("daily-b")
        .in("FR-75")
        .of(Category.HOAX)
        .graded(Credibility.PROBABLY_TRUE)
        .sent();

    double one = 1 - 0.85 * 0.8;
    assertThat(scene.score("isil", "FR-75")).isCloseTo(-10 + faded(24, 1, WEEK) * one, EXACT);
    assertThat(scene.score("isil", "FR-IDF"))
        .isCloseTo(-10 + faded(21.6, 1, WEEK) * (1 - 0.85 * 0.8 * 0.9), EXACT);
  }

  @Test
  void shouldReachBack72HoursAndNotFurther_whenDenied() {
    scene.at(0).report("n").sent();
    scene.at(72).report("d").by("daily-b").of(Category.DENIAL).sent();
    assertThat(scene.score()).isCloseTo(-10 + faded(24, 72, WEEK) * 0.15, EXACT);

    scene.at("2015-12-07T21:40:00.001Z").report("e").by("daily-b").of(Category.DENIAL).sent();
    assertThat(scene.score()).isCloseTo(-10 + faded(24, 72, WEEK) * 0.15, within(1e-6));
  }

  @Test
  void shouldMultiply_whenSeveralRefute() {
    scene.at(0).report("n").sent();
    scene.at(0).report("d").by("daily-b").of(Category.DENIAL).sent();
    scene.at(0).report("e").by("post-c").of(Category.HOAX).sent();

    assertThat(scene.score()).isCloseTo(-10 + 24 * 0.15 * 0.4, EXACT);
  }
}
