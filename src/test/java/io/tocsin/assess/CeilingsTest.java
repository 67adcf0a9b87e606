package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Action;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import org.junit.jupiter.api.Test;

/** Dossiers stay closed while a row cannot move their level, and nobody can tell. */
class CeilingsTest {
  private final Scene scene = new Scene();

  @Test
  void shouldNotOpenDossier_whenRowsReachNoLevel() {
    for (int hour = 0; hour < 100; hour++) {
      scene.at(hour).report("n-" + hour).of(Category.OTHER).sent();
    }

    assertThat(scene.opened()).isZero();
    assertThat(scene.outcomes("isil", "FR")).hasSize(1);
    assertThat(scene.explain().lines()).hasSize(100);
  }

  @Test
  void shouldListWhatWasNoted_whenRowReachesLevel() {
    scene.at(0).report("weak").words("a name links two towns").of(Category.LINK).sent();
    scene
        .at(1)
        .report("weaker")
        .words("nothing much happened today at all")
        .of(Category.OTHER)
        .sent();
    assertThat(scene.opened()).isZero();

    scene
        .at(2)
        .report("strong")
        .words("shots fired, several people hurt")
        .of(Category.ATTACK)
        .sent();

    assertThat(scene.opened()).isEqualTo(1);
    assertThat(scene.last().evidence())
        .extracting(Evidence::id)
        .containsExactly("strong", "weak", "weaker");
  }

  @Test
  void shouldReachLevel_whenRowsDoTogether() {
    scene
        .at(0)
        .report("one")
        .by("wire-a")
        .words("doors broken in at dawn near the harbour")
        .of(Category.RAID)
        .sent();
    assertThat(scene.changes()).isEmpty();

    scene
        .at(1)
        .report("other")
        .by("gazette-a")
        .words("officers search a flat above some bakery")
        .of(Category.RAID)
        .sent();

    assertThat(scene.level()).isEqualTo(Level.MODERATE);
    assertThat(scene.changes()).hasSize(1);
  }

  @Test
  void shouldReachLevel_whenConfirmedAfterwards() {
    scene.at(0).report("doubted").of(Category.ATTACK).graded(Credibility.DOUBTFUL).sent();
    scene.at(1).report("too").of(Category.OTHER).sent();
    assertThat(scene.changes()).isEmpty();

    scene.at(2).says("fr-plan", Action.CONFIRM, "c").sent();

    assertThat(scene.last().level()).isEqualTo(Level.SUBSTANTIAL);
  }

  @Test
  void shouldReachLevel_whenConfirmedBefore() {
    scene.at(0).report("first").of(Category.OTHER).sent();
    scene.at(1).says("fr-plan", Action.CONFIRM, "c").sent();
    scene.at(2).report("doubted").of(Category.ATTACK).graded(Credibility.DOUBTFUL).sent();

    assertThat(scene.last().level()).isEqualTo(Level.SUBSTANTIAL);
  }

  @Test
  void shouldTellOfSubjectAnew_whenItsOnlyReportWasRetracted() {
    scene.at(0).report("n").of(Category.OTHER).sent();
    scene.at(0).report("n").of(Category.OTHER).revised(1, 1).retracted().sent();
    assertThat(scene.tracks("isil", "FR")).isFalse();

    scene.restart().at(2).report("m").of(Category.OTHER).sent();

    assertThat(scene.outcomes("isil", "FR"))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.RENEWED, Outcome.Kind.FORGOTTEN, Outcome.Kind.RENEWED);
  }

  @Test
  void shouldCountNotedRowOnce_whenItsReportIsRevised() {
    scene.at(0).report("n").of(Category.LINK).sent();
    scene.at(1).report("m").of(Category.LINK).sent();

    scene.at(0).report("n").of(Category.OTHER).revised(1, 2).sent();

    assertThat(scene.explain().lines()).hasSize(2);
  }

  @Test
  void shouldStayLow_whenPolicyBefore_andRise_whenNextPolicyAsksForLess() {
    scene.at(0).report("n").of(Category.LINK).sent();
    scene.at(1).report("m").of(Category.OTHER).sent();
    assertThat(scene.changes()).isEmpty();

    scene.at(2).adopt(Scene.withThresholds("low", -5.0, 10.0, 20.0, 32.0));

    assertThat(scene.last().level()).isEqualTo(Level.MODERATE);
  }
}
