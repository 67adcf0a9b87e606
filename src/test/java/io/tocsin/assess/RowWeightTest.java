package io.tocsin.assess;

import static io.tocsin.assess.Scene.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assessment, section 2. */
class RowWeightTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource({
    "ATTACK, 24",
    "ATTEMPT, 18",
    "PLOT, 14",
    "THREAT, 10",
    "WARNING, 8",
    "LINK, 8",
    "ARREST, 8",
    "RAID, 8",
    "WEAPONS_FIND, 10",
    "PROPAGANDA, 4",
    "OTHER, 1"
  })
  void shouldWeighItsBase_whenSourceAndReportAreBest(Category category, double base) {
    scene.at(0).report("n").of(category).sent();

    assertThat(scene.score()).isCloseTo(-10 + base, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "ATTACK, 168",
    "ATTEMPT, 168",
    "PLOT, 168",
    "THREAT, 48",
    "WARNING, 48",
    "LINK, 48",
    "ARREST, 48",
    "RAID, 48",
    "WEAPONS_FIND, 48",
    "PROPAGANDA, 6",
    "OTHER, 6"
  })
  void shouldWeighHalf_whenOneHalfLifeHasGone(Category category, double hours) {
    scene.at(0).report("n").of(category).sent();
    double above = scene.score() + 10;

    scene.at(hours).tick();

    assertThat(scene.score()).isCloseTo(-10 + above / 2, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "wire-a, 1",
    "daily-b, 0.85",
    "post-c, 0.6",
    "tabloid-d, 0.35",
    "rumour-e, 0.1",
    "blog-f, 0.5",
    "never-heard-of, 0.5"
  })
  void shouldWeighByTheGradeOfTheSource(String source, double factor) {
    scene.at(0).report("n").by(source).sent();

    assertThat(scene.score()).isCloseTo(-10 + 24 * factor, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, 1",
    "PROBABLY_TRUE, 0.8",
    "POSSIBLY_TRUE, 0.6",
    "DOUBTFUL, 0.3",
    "IMPROBABLE, 0.1",
    "CANNOT_BE_JUDGED, 0.5",
    ", 0.5"
  })
  void shouldWeighByTheGradeOfTheReport(Credibility credibility, double factor) {
    scene.at(0).report("n").graded(credibility).sent();

    assertThat(scene.score()).isCloseTo(-10 + 24 * factor, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "isil-k-cell, FR-75, 0", "isil-k-cell, FR-IDF, 1", "isil-k-cell, FR, 2", "isil-k, FR-75, 1",
    "isil-k, FR-IDF, 2", "isil, FR-75, 2", "isil, FR-IDF, 3", "isil, FR, 4"
  })
  void shouldLoseATenth_forEachStepUp(String entity, String region, int steps) {
    scene.at(0).report("n").about("isil-k-cell").in("FR-75").sent();

    assertThat(scene.score(entity, region)).isCloseTo(-10 + 24 * Math.pow(0.9, steps), EXACT);
    assertThat(scene.tracks("isil-k-cell", "FR-92")).isFalse();
    assertThat(scene.tracks("_", "FR-75")).isFalse();
  }

  @Test
  void shouldBeUnattributed_whenItNamesNobody() {
    scene.at(0).report("n").about().in("FR-75").of(null).sent();

    assertThat(scene.score("_", "FR-75")).isCloseTo(-9, EXACT);
    assertThat(scene.score("_", "FR")).isCloseTo(-10 + 0.81, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"COURT", "EXERCISE", "BACKGROUND", "HOAX", "DENIAL"})
  void shouldAddNoRow_whenItsCategoryWeighsNothing(Category category) {
    scene.at(0).report("n").of(category).sent();

    assertThat(scene.tracks("isil", "FR")).isFalse();
  }

  @Test
  void shouldAddNoRow_whenItNamesNoRegion() {
    scene.at(0).report("n").in().sent();

    assertThat(scene.tracks("isil", "FR")).isFalse();
    assertThat(scene.disposition()).isEqualTo(Verdict.Disposition.ASSESSED);
  }

  @Test
  void shouldCountOnceThroughItsNearestClaim_whenOneEventReachesASubjectByTwoWays() {
    scene.at(0).report("n").in("FR-75", "FR-IDF").sent();

    var lines = scene.explain("isil", "FR").lines();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).row().region()).isEqualTo("FR-IDF");
    assertThat(scene.score("isil", "FR")).isCloseTo(-10 + 24 * 0.9, EXACT);
  }

  @Test
  void shouldRememberTheClaimThatIsFirstByName_whenTwoWeighTheSame() {
    scene.at(0).report("n").about("aqim", "aq").in("FR-92", "FR-75").sent();

    assertThat(scene.explain("aq", "FR-IDF").lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.row().entity()).isEqualTo("aq");
              assertThat(line.row().region()).isEqualTo("FR-75");
              assertThat(line.row().steps()).isEqualTo(1);
            });
  }

  @Test
  void shouldAddSquares_whenReportsAreIndependent() {
    scene.at(0).report("one").by("wire-a").of(Category.PLOT).sent();
    scene.at(0).report("two").by("daily-b").of(Category.THREAT).sent();

    assertThat(scene.score()).isCloseTo(score(-10, 14, 8.5), EXACT);
  }
}
