package io.tocsin.oracle;

import static io.tocsin.model.Category.ARREST;
import static io.tocsin.model.Category.ATTACK;
import static io.tocsin.model.Category.COURT;
import static io.tocsin.model.Category.THREAT;
import static io.tocsin.oracle.Story.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Sections 2 and 3 worked out by hand. */
class OracleRowsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private final Story story = new Story();

  @Test
  void shouldWeighBaseTimesGrades_whenOneReportComes() {
    story.given(news("n1", 0, "daily-b", ATTACK, "FR").graded(Credibility.PROBABLY_TRUE));
    // 24 · 0.85 · 0.8 = 16.32
    assertThat(story.score("isil", "FR")).isCloseTo(6.32, EXACTLY);
  }

  @Test
  void shouldTakeHalf_whenNobodyGradedAnything() {
    story.given(news("n1", 0, "stringer", ATTACK, "FR").graded(null));
    // 24 · 0.5 · 0.5 = 6
    assertThat(story.score("isil", "FR")).isCloseTo(-4, EXACTLY);
  }

  @Test
  void shouldAttenuateEachStep_whenClimbingToAncestors() {
    story.given(news("n1", 0, "wire-a", ATTACK, "GB-BIR").by("isil-k"));
    assertThat(story.score("isil-k", "GB-BIR")).isCloseTo(14, EXACTLY);
    // one entity step, two region steps: 24 · 0.729 = 17.496
    assertThat(story.score("isil", "GB")).isCloseTo(7.496, EXACTLY);
    assertThat(story.oracle.states()).doesNotContainKey(new Subject("_", "GB"));
    // 2 entities x 3 regions, and 3 overall
    assertThat(story.oracle.states()).hasSize(9);
  }

  @Test
  void shouldGiveOneRow_whenTwoClaimsReachASubject() {
    story.given(news("n1", 0, "wire-a", ATTACK, "FR").in("FR-75", "FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(14, EXACTLY);
    // only the claim of FR-75 reaches FR-IDF: 24 · 0.9 = 21.6
    assertThat(story.score("isil", "FR-IDF")).isCloseTo(11.6, EXACTLY);
  }

  @Test
  void shouldBeUnattributed_whenThereIsNoEntity() {
    story.given(news("n1", 0, "wire-a", ARREST, "FR").by());
    assertThat(story.score("_", "FR")).isCloseTo(-2, EXACTLY);
  }

  @Test
  void shouldTrackNothing_whenUnlocatedOrWeightless() {
    story.given(news("n1", 0, "wire-a", ATTACK, "FR").in(), news("n2", 0, "wire-a", COURT, "FR"));
    assertThat(story.oracle.states()).isEmpty();
  }

  @Test
  void shouldCountAsOther_whenTheCategoryIsUnknown() {
    story.given(news("n1", 0, "wire-a", null, "FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(-9, EXACTLY);
  }

  @Test
  void shouldAddAsRootOfSquares_whenStoriesAreApart() {
    story.given(news("n1", 0, "wire-a", ARREST, "FR"), news("n2", 0, "gazette-a", ARREST, "FR"));
    // sqrt(64 + 64) = 11.3137085
    assertThat(story.score("isil", "FR")).isCloseTo(1.313708498984761, EXACTLY);
  }

  @Test
  void shouldWeighThreeTenths_whenASecondSourceTellsTheSameStory() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR").story("s"),
        news("n2", 0, "gazette-a", THREAT, "FR").story("s"));
    // 10 and 3: sqrt(109) = 10.4403065
    assertThat(story.score("isil", "FR")).isCloseTo(0.440306508910550, EXACTLY);
  }

  @Test
  void shouldCountASourceOnce_whenItRepeatsItsStory() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR").story("s"),
        news("n2", 0, "wire-a", THREAT, "FR").story("s"));
    assertThat(story.score("isil", "FR")).isCloseTo(0, EXACTLY);
  }

  @Test
  void shouldJoin_whenTheTextIsACopy() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR").text("One  two THREE"),
        news("n2", 0, "gazette-a", THREAT, "FR").text("one two three"));
    assertThat(story.score("isil", "FR")).isCloseTo(0.440306508910550, EXACTLY);
  }

  @Test
  void shouldNotJoinByText_whenOneHasAStory() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR").text("same").story("s"),
        news("n2", 0, "gazette-a", THREAT, "FR").text("same"));
    // sqrt(200) = 14.1421356
    assertThat(story.score("isil", "FR")).isCloseTo(4.142135623730951, EXACTLY);
  }

  @Test
  void shouldJoin_whenOneCitesTheOther() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR"),
        news("n2", 0, "gazette-a", THREAT, "FR").citing("wire-a"));
    assertThat(story.score("isil", "FR")).isCloseTo(0.440306508910550, EXACTLY);
  }

  @Test
  void shouldNotJoinByOrigin_whenNeitherCites() {
    story.given(news("n1", 0, "wire-a", THREAT, "FR"), news("n2", 0, "wire-a", THREAT, "FR"));
    assertThat(story.score("isil", "FR")).isCloseTo(4.142135623730951, EXACTLY);
  }

  @Test
  void shouldLeadAnew_whenTheLeaderIsOlderThanTwoDays() {
    story.given(
        news("n1", 0, "wire-a", THREAT, "FR").story("s"),
        news("n2", 48, "gazette-a", THREAT, "FR").story("s"),
        news("n3", 48.001, "daily-b", THREAT, "FR").story("s"));
    // half-life 48 h: 5 and 3 at their time; then n3 leads with 8.5
    assertThat(story.score("isil", "FR")).isCloseTo(-10 + Math.sqrt(25 + 9 + 72.25), within(1e-3));
  }

  @Test
  void shouldPreferTheEarlierId_whenTimesAreEqual() {
    story.given(
        news("b", 0, "daily-b", THREAT, "FR").story("s"),
        news("a", 0, "wire-a", THREAT, "FR").story("s"));
    // a leads with 10, b has 0.3 · 8.5 = 2.55
    assertThat(story.score("isil", "FR")).isCloseTo(-10 + Math.sqrt(100 + 2.55 * 2.55), EXACTLY);
  }

  @Test
  void shouldCapAtSubstantial_whenOneOriginReportsMuch() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        news("n2", 0, "wire-a", ATTACK, "FR"),
        news("n3", 0, "wire-a", ATTACK, "FR"),
        news("n4", 0, "wire-a", ATTACK, "FR"));
    // 24 · 2 - 10 = 38, which would be CRITICAL
    assertThat(story.score("isil", "FR")).isCloseTo(38, EXACTLY);
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.SUBSTANTIAL);
    story.given(news("n5", 0, "post-c", ARREST, "FR"));
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void shouldNotCorroborate_whenTheSecondSourceIsUnreliable() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        news("n2", 0, "wire-a", ATTACK, "FR"),
        news("n3", 0, "tabloid-d", ATTACK, "FR"),
        news("n4", 0, "blog-f", ATTACK, "FR"));
    assertThat(story.score("isil", "FR")).isGreaterThan(20);
    assertThat(story.state("isil", "FR").level()).isEqualTo(Level.SUBSTANTIAL);
  }
}
