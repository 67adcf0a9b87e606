package io.tocsin.oracle;

import static io.tocsin.model.Action.ALL_CLEAR;
import static io.tocsin.model.Action.COMMENT;
import static io.tocsin.model.Action.CONFIRM;
import static io.tocsin.model.Action.DENY;
import static io.tocsin.model.Action.SET_LEVEL;
import static io.tocsin.model.Action.WARN;
import static io.tocsin.model.Category.ARREST;
import static io.tocsin.model.Category.ATTACK;
import static io.tocsin.model.Category.HOAX;
import static io.tocsin.model.Category.THREAT;
import static io.tocsin.oracle.Story.news;
import static io.tocsin.oracle.Story.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Sections 4 and 6 worked out by hand. */
class OracleStatementsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private final Story story = new Story();

  @Test
  void shouldCountInFull_whenConfirmed() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR").graded(Credibility.DOUBTFUL),
        say("s1", 0, "fr-plan", CONFIRM).in("FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(14, EXACTLY);
  }

  @Test
  void shouldLeaveRows_whenTheConfirmIsOfAnotherCategoryOrTooFarOff() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR").graded(Credibility.DOUBTFUL),
        say("s1", 0, "fr-plan", CONFIRM).in("FR").of(ARREST),
        news("n2", 96, "wire-a", THREAT, "DE").by("aq").graded(Credibility.DOUBTFUL),
        say("s2", 168.5, "eu-centre", CONFIRM).in("DE").by("aq"));
    // 24 · 0.3 = 7.2 faded for 168.5 h; 10 · 0.3 = 3 faded for 72.5 h
    assertThat(story.score("isil", "FR")).isCloseTo(-10 + 7.2 * Math.pow(2, -168.5 / 168), EXACTLY);
    assertThat(story.score("aq", "DE")).isCloseTo(-10 + 3 * Math.pow(2, -72.5 / 48), EXACTLY);
  }

  @Test
  void shouldWeighATenth_whenDenied() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR-75"), say("s1", 0, "fr-plan", DENY).by().in("FR"));
    assertThat(story.score("isil", "FR-75")).isCloseTo(-7.6, EXACTLY);
  }

  @Test
  void shouldFollowTheLaterWord_whenConfirmedAndDenied() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR").graded(Credibility.DOUBTFUL),
        say("s1", 0, "fr-plan", CONFIRM).in("FR"),
        say("s2", 0, "fr-plan", DENY).in("FR"));
    // the greater id denies: 24 · 0.3 · 0.1
    assertThat(story.score("isil", "FR")).isCloseTo(-9.28, EXACTLY);
    story.given(say("s2", 0, "fr-plan", DENY).in("FR").cancelled(1));
    assertThat(story.score("isil", "FR")).isCloseTo(14, EXACTLY);
  }

  @Test
  void shouldNotReachTheParentsClaim_whenTheStatementIsAboutTheChild() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        say("s1", 0, "fr-plan", DENY).in("FR-75"),
        say("s2", 0, "fr-plan", DENY).by("isil-k").in("FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(14, EXACTLY);
  }

  @Test
  void shouldAddAWitness_whenAnAuthorityWarns() {
    story.given(say("s1", 0, "fr-plan", WARN).in("FR-75"));
    assertThat(story.score("isil", "FR-75")).isCloseTo(10, EXACTLY);
    assertThat(story.score("isil", "FR")).isCloseTo(6.2, EXACTLY);
    assertThat(story.state("isil", "FR-75").level()).isEqualTo(Level.SUBSTANTIAL);
    story.given(say("s1", 1, "fr-plan", WARN).in("FR-75").cancelled(1));
    assertThat(story.score("isil", "FR-75")).isCloseTo(-10, EXACTLY);
    // the hold goes on
    assertThat(story.state("isil", "FR-75").level()).isEqualTo(Level.SUBSTANTIAL);
  }

  @Test
  void shouldWarnEachCountry_whenAGroupIsWarned() {
    story.given(say("s1", 0, "eu-centre", WARN).by().in("EU"));
    assertThat(story.oracle.states())
        .containsOnlyKeys(
            new Subject("_", "FR"),
            new Subject("_", "DE"),
            Subject.overall("FR"),
            Subject.overall("DE"));
  }

  @Test
  void shouldCorroborate_whenAnOfficialWordCoversTheSubject() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        news("n2", 0, "wire-a", ATTACK, "FR"),
        say("s1", 0, "fr-plan", CONFIRM).in("FR").of(ARREST));
    // 24 · sqrt(2) - 10 = 23.94
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.SEVERE);
  }

  @Test
  void shouldWeighATenthAndDropTheHold_whenAllIsClear() {
    story.given(news("n1", 0, "wire-a", ATTACK, "FR"), say("s1", 0, "fr-plan", ALL_CLEAR).in("FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(-7.6, EXACTLY);
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.LOW);
    story.given(news("n2", 0.5, "wire-a", ARREST, "FR"));
    assertThat(story.score("isil", "FR")).isGreaterThan(-2);
    story.given(say("s2", 0.5, "fr-plan", ALL_CLEAR).in("FR"));
    // both are cleared, the older one twice
    double old = 0.24 * Math.pow(2, -0.5 / 168);
    assertThat(story.score("isil", "FR")).isCloseTo(-10 + Math.sqrt(old * old + 0.64), EXACTLY);
  }

  @Test
  void shouldBringThePeakBack_whenTheAllClearIsCancelled() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        say("s1", 1, "fr-plan", ALL_CLEAR).in("FR"),
        say("s1", 2, "fr-plan", ALL_CLEAR).in("FR").cancelled(1));
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::level)
        .containsExactly(Level.SUBSTANTIAL, Level.LOW, Level.SUBSTANTIAL);
  }

  @Test
  void shouldTakeWeight_whenAHoaxIsReported() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR-75"),
        news("n2", 0, "daily-b", HOAX, "FR-75").graded(Credibility.PROBABLY_TRUE));
    // 0.85 · 0.8 = 0.68 at the place, 0.612 one step up
    assertThat(story.score("isil", "FR-75")).isCloseTo(-10 + 24 * 0.32, EXACTLY);
    assertThat(story.score("isil", "FR-IDF")).isCloseTo(-10 + 21.6 * 0.388, EXACTLY);
  }

  @Test
  void shouldNotRefute_whenTheRowIsLaterOrTooOld() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        news("n2", 72.5, "gazette-a", HOAX, "FR"),
        news("n3", 73, "wire-a", ATTACK, "FR"));
    double old = 24 * Math.pow(2, -73.0 / 168);
    assertThat(story.score("isil", "FR")).isCloseTo(-10 + Math.hypot(old, 24), EXACTLY);
  }

  @Test
  void shouldCountAsComment_whenOutsideTheJurisdiction() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).in("FR", "DE"),
        say("s2", 0, "fr-plan", COMMENT).in("FR"),
        say("s3", 0, "fr-plan", WARN).in("EU"));
    assertThat(story.oracle.states()).isEmpty();
  }

  @Test
  void shouldDeclareBelow_whenACountryIsDeclared() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).level(Level.MODERATE),
        news("n1", 0, "rumour-e", ARREST, "FR-75").by("isil-k"));
    assertThat(story.state("isil-k", "FR-75").declared()).isEqualTo(Level.MODERATE);
    assertThat(story.state("isil-k", "FR-75").reported()).isEqualTo(Level.LOW);
  }

  @Test
  void shouldSpeakThroughTheMostSpecific_whenAnAuthorityDeclaresTwice() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).by().in("FR").level(Level.CRITICAL),
        say("s2", 0, "fr-plan", SET_LEVEL).in("FR").level(Level.MODERATE));
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.MODERATE);
    assertThat(story.state("_", "FR").level()).isEqualTo(Level.CRITICAL);
    story.given(say("s3", 0, "eu-centre", SET_LEVEL).by().level(Level.SEVERE));
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.SEVERE);
  }

  @Test
  void shouldStaySuperseded_whenTheLaterOneIsCancelled() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).in("FR").level(Level.CRITICAL),
        say("s2", 1, "fr-plan", SET_LEVEL).in("FR").level(Level.SEVERE),
        say("s2", 2, "fr-plan", SET_LEVEL).in("FR").cancelled(1));
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::level)
        .containsExactly(Level.CRITICAL, Level.SEVERE, Level.LOW);
  }

  @Test
  void shouldNotBeSuperseded_whenTheLaterOneNeverHeld() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).in("FR").level(Level.CRITICAL),
        say("s2", 0.5, "fr-plan", SET_LEVEL).in("FR").cancelled(1),
        say("s2", 1, "fr-plan", SET_LEVEL).in("FR").level(Level.MODERATE));
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void shouldSupersedeAnotherScope_whenItIsReferenced() {
    story.given(
        say("s1", 0, "fr-plan", SET_LEVEL).in("FR-75").level(Level.CRITICAL),
        say("s2", 1, "fr-plan", SET_LEVEL).in("FR").level(Level.SEVERE).replacing("s1"));
    assertThat(story.state("isil", "FR-75").level()).isEqualTo(Level.SEVERE);
  }

  @Test
  void shouldReplaceTheOlder_whenAStatementIsRevised() {
    story.given(
        say("s1", 1, "fr-plan", SET_LEVEL).in("FR").level(Level.MODERATE).revision(1),
        say("s1", 0, "fr-plan", SET_LEVEL).in("FR-75").level(Level.CRITICAL));
    assertThat(story.state("isil", "FR-75").level()).isEqualTo(Level.MODERATE);
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.MODERATE);
  }
}
