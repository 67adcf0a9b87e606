package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Action;
import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import org.junit.jupiter.api.Test;

/** Assessment, sections 6, 7 and 10. */
class DeclarationsTest {
  private final Scene scene = new Scene();

  private Saying sets(double hours, String authority, String id, Level level) {
    return scene.at(hours).says(authority, Action.SET_LEVEL, id).level(level);
  }

  @Test
  void shouldSpeakThroughTheNearest_whenOneAuthorityDeclaresTwice() {
    sets(0, "fr-plan", "near", Level.MODERATE).in("FR-IDF").sent();
    sets(1, "fr-plan", "far", Level.CRITICAL).in("FR").sent();

    assertThat(scene.level("isil", "FR-IDF")).isEqualTo(Level.MODERATE);
    assertThat(scene.level("isil", "FR")).isEqualTo(Level.CRITICAL);
  }

  @Test
  void shouldTakeTheGreatest_whenSeveralAuthoritiesSpeak() {
    sets(0, "fr-plan", "one", Level.MODERATE).sent();
    sets(1, "eu-centre", "two", Level.SEVERE).sent();

    assertThat(scene.level()).isEqualTo(Level.SEVERE);
    assertThat(scene.explain().declarations()).hasSize(2);
  }

  @Test
  void shouldRunOut_whenItExpires() {
    sets(0, "fr-plan", "s", Level.SEVERE).until(5).sent();
    scene.at(9).tick();

    assertThat(scene.last().cause()).isEqualTo(Cause.EXPIRY);
    assertThat(scene.last().effectiveAt()).isEqualTo(Scene.hour(5));
  }

  @Test
  void shouldGiveWay_whenTheSameScopeIsDeclaredAnew() {
    sets(0, "fr-plan", "a", Level.SEVERE).sent();
    sets(1, "fr-plan", "b", Level.MODERATE).sent();
    assertThat(scene.level()).isEqualTo(Level.MODERATE);

    scene.at(2).says("fr-plan", Action.SET_LEVEL, "b").cancelled(1).sent();
    assertThat(scene.level()).isEqualTo(Level.LOW);
  }

  @Test
  void shouldGiveWay_whenALaterOneRefersToIt() {
    sets(0, "fr-plan", "a", Level.SEVERE).in("FR-75").sent();
    sets(1, "fr-plan", "b", Level.MODERATE).in("FR").replacing("a").sent();

    assertThat(scene.level("isil", "FR-75")).isEqualTo(Level.MODERATE);
  }

  @Test
  void shouldEndThePin_whenReleasedOrRunOut() {
    scene.at(0).pin("p", Level.CRITICAL, 5.0);
    scene.at(1).pin("q", Level.SEVERE, null);
    assertThat(scene.level()).isEqualTo(Level.SEVERE);

    scene.at(6).tick();
    assertThat(scene.level()).isEqualTo(Level.SEVERE);
    scene.at(7).release("r");
    assertThat(scene.level()).isEqualTo(Level.LOW);
    assertThat(scene.last().cause()).isEqualTo(Cause.CONTROL);
  }

  @Test
  void shouldNotHold_whenTheReleaseIsLaterThoughItCameFirst() {
    scene.at(2).release("r");
    assertThat(scene.tracks("isil", "FR")).isFalse();
    scene.at(1).pin("p", Level.CRITICAL, null);

    assertThat(scene.level()).isEqualTo(Level.LOW);
  }

  @Test
  void shouldBeForgotten_whenItsOnlyReportIsRetracted() {
    scene.at(0).report("n").sent();
    scene.at(0).report("n").revised(1, 1).retracted().sent();

    assertThat(scene.tracks("isil", "FR")).isFalse();
    assertThat(scene.last().cause()).isEqualTo(Cause.CORRECTION);
    assertThat(scene.last().sequence()).isEqualTo(2);
    assertThat(scene.last().effectiveAt()).isEqualTo(Scene.hour(1));
  }

  @Test
  void shouldHaveNoEffect_whenRepeatedOrOlder() {
    scene.at(0).report("n").revised(2, 1).sent();
    scene.at(0).report("n").revised(2, 1).sent();
    assertThat(scene.disposition()).isEqualTo(Verdict.Disposition.DUPLICATE);
    scene.at(0).report("n").sent();
    assertThat(scene.disposition()).isEqualTo(Verdict.Disposition.SUPERSEDED);

    assertThat(scene.changes()).hasSize(1);
  }

  @Test
  void shouldSayPolicy_whenAnotherIsAdopted() {
    scene.at(0).report("n").sent();
    scene.at(1).adopt(Scene.withThresholds("2", 0.0, 20.0, 30.0, 40.0));

    assertThat(scene.last().cause()).isEqualTo(Cause.POLICY);
    assertThat(scene.last().level()).isEqualTo(Level.MODERATE);
    assertThat(scene.last().policyVersion()).isEqualTo("2");
  }
}
