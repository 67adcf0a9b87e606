package io.tocsin.assess;

import static io.tocsin.assess.Scene.faded;
import static io.tocsin.assess.Scene.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.Category;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Assessment, section 3. Both sources are of grade A, so that every row weighs 10 dB alone. */
class StoriesTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double APART = score(-10, 10, 10);
  private static final double COPIED = score(-10, 10, 3);

  private final Scene scene = new Scene();

  private Reporting threat(double hours, String id, String source) {
    return scene.at(hours).report(id).by(source).of(Category.THREAT);
  }

  @Test
  void shouldStandApart_whenNothingIsShared() {
    threat(0, "one", "wire-a").sent();
    threat(0, "two", "gazette-a").sent();

    assertThat(scene.score()).isCloseTo(APART, EXACT);
  }

  @Test
  void shouldBeACopy_whenTheStoryIdIsTheSame() {
    threat(0, "one", "wire-a").story("s").sent();
    threat(0, "two", "gazette-a").story("s").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
    assertThat(scene.explain().lines())
        .extracting(Explanation.Line::story)
        .containsExactly("one", "one");
  }

  @Test
  void shouldBeACopy_whenTheTextIsTheSameButForCaseAndSigns() {
    threat(0, "one", "wire-a").words("Bomb found near the station").sent();
    threat(0, "two", "gazette-a").words("BOMB found, near the  station!").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
  }

  @Test
  void shouldStandApart_whenTheTextIsTheSameButOneHasAStoryId() {
    threat(0, "one", "wire-a").words("Bomb found near the station").story("s").sent();
    threat(0, "two", "gazette-a").words("Bomb found near the station").sent();

    assertThat(scene.score()).isCloseTo(APART, EXACT);
  }

  @Test
  void shouldBeACopy_whenItCitesTheLeader() {
    threat(0, "one", "wire-a").sent();
    threat(0, "two", "gazette-a").citing("wire-a").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
  }

  @Test
  void shouldBeACopy_whenTheLeaderCitesIt() {
    threat(0, "one", "gazette-a").citing("wire-a").sent();
    threat(0, "two", "wire-a").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
  }

  @Test
  void shouldBeACopy_whenBothCiteAThird() {
    threat(0, "one", "wire-a").citing("daily-b").sent();
    threat(0, "two", "gazette-a").citing("daily-b").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
  }

  @Test
  void shouldStandApart_whenOneSourceReportsTwiceOfItsOwn() {
    threat(0, "one", "wire-a").sent();
    threat(0, "two", "wire-a").sent();

    assertThat(scene.score()).isCloseTo(APART, EXACT);
  }

  @Test
  void shouldCountASourceOnce_whenItTellsOneStoryTwice() {
    threat(0, "one", "wire-a").story("s").sent();
    threat(0, "two", "wire-a").story("s").sent();
    threat(0, "uno", "gazette-a").story("s").sent();

    assertThat(scene.score()).isCloseTo(COPIED, EXACT);
    assertThat(scene.explain().lines())
        .filteredOn(line -> line.row().id().equals("two"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.place()).isZero();
              assertThat(line.weight()).isZero();
              assertThat(line.factors())
                  .containsExactly(new Factor(Factor.Kind.SAME_SOURCE, "one", 0));
            });
  }

  @Test
  void shouldWeighLessAndLess_whenManyCopyOneStory() {
    threat(0, "n1", "wire-a").story("s").sent();
    threat(0, "n2", "gazette-a").story("s").sent();
    threat(0, "n3", "daily-b").story("s").sent();

    assertThat(scene.score()).isCloseTo(score(-10, 10, 3, 10 * 0.85 * 0.09), EXACT);
  }

  @Test
  void shouldStillBeACopy_atExactly48Hours() {
    threat(0, "one", "wire-a").story("s").sent();
    threat(48, "two", "gazette-a").story("s").sent();

    assertThat(scene.score()).isCloseTo(score(-10, faded(10, 48, 48), 3), EXACT);
  }

  @Test
  void shouldLeadAnew_justAfter48Hours() {
    threat(0, "one", "wire-a").story("s").sent();
    scene.at(0).tick();
    scene
        .at("2015-12-06T21:40:00.001Z")
        .report("two")
        .by("gazette-a")
        .of(Category.THREAT)
        .story("s")
        .sent();

    assertThat(scene.explain().lines())
        .extracting(Explanation.Line::story)
        .containsExactly("two", "one");
  }

  @Test
  void shouldBeMeasuredFromTheLeader_whenCopiesFollowCopies() {
    threat(0, "one", "wire-a").story("s").sent();
    threat(40, "two", "gazette-a").story("s").sent();
    threat(60, "uno", "daily-b").story("s").sent();

    assertThat(scene.explain().lines())
        .filteredOn(line -> line.row().id().equals("uno"))
        .singleElement()
        .satisfies(line -> assertThat(line.story()).isEqualTo("uno"));
  }

  @Test
  void shouldJoinTheEarliest_whenTwoStoriesFit() {
    threat(0, "one", "wire-a").citing("herald-b").sent();
    threat(1, "two", "gazette-a").story("s").sent();
    threat(2, "uno", "daily-b").citing("herald-b").story("s").sent();

    assertThat(scene.explain().lines())
        .filteredOn(line -> line.row().id().equals("uno"))
        .singleElement()
        .satisfies(line -> assertThat(line.story()).isEqualTo("one"));
  }

  @Test
  void shouldBeLedByTheSmallerId_whenTwoComeAtOneMoment() {
    threat(0, "b", "wire-a").story("s").sent();
    threat(0, "a", "gazette-a").story("s").sent();

    assertThat(scene.explain().lines())
        .extracting(Explanation.Line::story)
        .containsExactly("a", "a");
  }
}
