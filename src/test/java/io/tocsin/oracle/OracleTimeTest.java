package io.tocsin.oracle;

import static io.tocsin.model.Action.SET_LEVEL;
import static io.tocsin.model.Action.WARN;
import static io.tocsin.model.Category.ARREST;
import static io.tocsin.model.Category.ATTACK;
import static io.tocsin.model.Category.HOAX;
import static io.tocsin.oracle.Story.at;
import static io.tocsin.oracle.Story.news;
import static io.tocsin.oracle.Story.pin;
import static io.tocsin.oracle.Story.release;
import static io.tocsin.oracle.Story.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import org.junit.jupiter.api.Test;

/** Sections 5 to 10, where time passes, worked out by hand. */
class OracleTimeTest {
  private static final double LOG2 = Math.log(2);
  private final Story story = new Story();

  /** The second of a fall: when 24 dB with a half-life of 168 h have faded to so many, and 12 h. */
  private static long fallsTo(double decibans) {
    double hours = 168 * Math.log(24 / decibans) / LOG2;
    return Seconds.ceiling((long) Math.ceil(at(0) + (hours + 12) * 3_600_000));
  }

  @Test
  void shouldFallTwelveHoursAfterTheThreshold_whenNothingElseComes() {
    story.given(news("n1", 0, "wire-a", ATTACK, "FR")).tick(1_000);
    var changes = story.changes("isil", "FR");
    assertThat(changes)
        .extracting(Change::level)
        .containsExactly(Level.SUBSTANTIAL, Level.MODERATE, Level.LOW);
    assertThat(changes)
        .extracting(Change::effectiveAt)
        .containsExactly(at(0), fallsTo(20), fallsTo(10));
    assertThat(changes)
        .extracting(Change::cause)
        .containsExactly(Cause.NEWS, Cause.DECAY, Cause.DECAY);
    assertThat(changes.get(1).trigger()).isNull();
    // 56.19 h and 224.19 h
    assertThat(changes.get(1).effectiveAt()).isBetween(at(56.18), at(56.20));
    assertThat(changes.get(2).effectiveAt()).isBetween(at(224.18), at(224.20));
  }

  @Test
  void shouldReachTheThresholdForAnInstant_whenAWarningIsExactlyAtIt() {
    story.given(say("s1", 0, "fr-plan", WARN).in("FR")).tick(13);
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::level, Change::effectiveAt)
        .containsExactly(tuple(Level.SUBSTANTIAL, at(0)), tuple(Level.MODERATE, at(12)));
  }

  @Test
  void shouldFallAfterTheCorroborationWindow_whenNothingRenewsIt() {
    story
        .given(
            news("n1", 0, "wire-a", ATTACK, "FR"),
            news("n2", 0, "wire-a", ATTACK, "FR"),
            news("n3", 0, "wire-a", ATTACK, "FR"),
            news("n4", 0, "gazette-a", ATTACK, "FR"))
        .tick(84);
    // CRITICAL at 38 dB; then 48 · 2^(-u/168) = 42 at u = 32.36 h; uncorroborated from 72 h on
    var changes = story.changes("isil", "FR");
    assertThat(changes)
        .extracting(Change::level)
        .endsWith(Level.CRITICAL, Level.SEVERE, Level.SUBSTANTIAL);
    assertThat(changes.get(changes.size() - 2).effectiveAt()).isBetween(at(44.36), at(44.37));
    assertThat(changes.get(changes.size() - 1).effectiveAt()).isEqualTo(at(84));
  }

  @Test
  void shouldRoundUp_whenADeclarationExpiresBetweenSeconds() {
    story.given(say("s1", 0, "fr-plan", SET_LEVEL).in("FR").until(1.0001)).tick(2);
    var expiry = story.changes("isil", "FR").get(1);
    // 3600.36 s
    assertThat(expiry.effectiveAt()).isEqualTo(at(1) + 1_000);
    assertThat(expiry.cause()).isEqualTo(Cause.EXPIRY);
    assertThat(expiry.declared()).isEqualTo(Level.LOW);
  }

  @Test
  void shouldBeExpiry_whenItCoincidesWithDecay() {
    double fall = (fallsTo(20) - at(0)) / 3_600_000.0;
    story
        .given(
            news("n1", 0, "wire-a", ATTACK, "FR"),
            say("s1", 1, "fr-plan", SET_LEVEL).in("FR").level(Level.SUBSTANTIAL).until(fall))
        .tick(60);
    var last = story.changes("isil", "FR").get(1);
    assertThat(last.cause()).isEqualTo(Cause.EXPIRY);
    assertThat(last.effectiveAt()).isEqualTo(fallsTo(20));
  }

  @Test
  void shouldFixTheLevel_whenPinned() {
    story
        .given(
            news("n1", 0, "wire-a", ATTACK, "FR"),
            pin("c1", 1, Level.LOW, 3.0),
            news("n2", 2, "gazette-a", ATTACK, "FR"))
        .tick(3);
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::level)
        .containsExactly(Level.SUBSTANTIAL, Level.LOW, Level.SEVERE);
    assertThat(story.changes("isil", "FR").get(2).cause()).isEqualTo(Cause.EXPIRY);
  }

  @Test
  void shouldFree_whenReleased() {
    story.given(pin("c1", 0, Level.CRITICAL, null), release("c2", 1));
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::level)
        .containsExactly(Level.CRITICAL, Level.LOW);
    assertThat(story.state("isil", "FR").score()).isCloseTo(-10, within(0.0));
  }

  @Test
  void shouldTrackNothing_whenReleaseOrHoaxIsAllThereIs() {
    story.given(release("c1", 0), news("n1", 0, "wire-a", HOAX, "FR"));
    assertThat(story.oracle.states()).isEmpty();
  }

  @Test
  void shouldForget_whenTheOnlyReportIsRetracted() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"),
        news("n1", 0, "wire-a", ATTACK, "FR").revised(1, 2).retracted());
    var last = story.changes("isil", "FR").get(1);
    assertThat(last.level()).isEqualTo(Level.LOW);
    assertThat(last.cause()).isEqualTo(Cause.CORRECTION);
    assertThat(last.effectiveAt()).isEqualTo(at(2));
    assertThat(story.oracle.states()).isEmpty();
    story.given(news("n2", 3, "wire-a", ATTACK, "FR"));
    assertThat(story.changes("isil", "FR").get(2).sequence()).isEqualTo(3);
  }

  @Test
  void shouldLeaveNoTrace_whenARevisionMovesTheReport() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"), news("n1", 0, "wire-a", ARREST, "DE").revised(1, 1));
    assertThat(story.oracle.states())
        .containsOnlyKeys(new Subject("isil", "DE"), Subject.overall("DE"));
  }

  @Test
  void shouldIgnore_whenALowerRevisionComesLater() {
    story.given(
        news("n1", 0, "wire-a", ARREST, "FR").revised(1, 1), news("n1", 0, "wire-a", ATTACK, "FR"));
    assertThat(story.changes("isil", "FR")).isEmpty();
  }

  @Test
  void shouldCountAtItsOwnTime_whenAReportIsLate() {
    story.tick(168).given(news("n1", 0, "wire-a", ATTACK, "FR"));
    // half of 24, no longer within the hold of SUBSTANTIAL
    assertThat(story.score("isil", "FR")).isCloseTo(2, within(1e-9));
    var change = story.changes("isil", "FR").get(0);
    assertThat(change.level()).isEqualTo(Level.MODERATE);
    assertThat(change.effectiveAt()).isEqualTo(at(0));
  }

  @Test
  void shouldIgnore_whenAReportIsTooLate() {
    story.tick(168.001).given(news("n1", 0, "wire-a", ATTACK, "FR"));
    assertThat(story.oracle.states()).isEmpty();
  }

  @Test
  void shouldNotGoBack_whenALateReportMovesTheLevel() {
    story.given(
        news("n1", 5, "wire-a", ARREST, "FR"),
        say("s1", 5, "fr-plan", SET_LEVEL).in("FR").level(Level.MODERATE),
        news("n2", 1, "wire-a", ATTACK, "FR"));
    assertThat(story.changes("isil", "FR"))
        .extracting(Change::effectiveAt)
        .containsExactly(at(5), at(5));
  }

  @Test
  void shouldBeGreatest_whenARegionHasManySubjects() {
    story.given(
        news("n1", 0, "wire-a", ATTACK, "FR"), news("n2", 0, "wire-a", ARREST, "FR").by("aq"));
    assertThat(story.state("*", "FR").level()).isEqualTo(Level.SUBSTANTIAL);
  }
}
