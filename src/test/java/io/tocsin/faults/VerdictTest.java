package io.tocsin.faults;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.deliver.notice.Changes.isilInBirmingham;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final AlertLevelChange FIRST = isilInBirmingham(1, Level.LOW, Level.MODERATE);
  private static final AlertLevelChange SECOND =
      isilInBirmingham(2, Level.MODERATE, Level.SUBSTANTIAL);
  private static final AlertLevelChange OTHER = isilInBirmingham(2, Level.MODERATE, Level.SEVERE);
  private static final List<String> STANDS = List.of("isil|GB-BIR SUBSTANTIAL");

  @Test
  void shouldBeClean_whenExactlyThatWasToldWhateverTheMomentOfWriting() {
    var later = List.of(FIRST.emittedAt(NOON.plusSeconds(60)), SECOND);

    assertThat(Verdict.of(later, List.of(FIRST, SECOND), STANDS, STANDS).isClean()).isTrue();
  }

  @Test
  void shouldNameWhatIsLost_whenAChangeIsNotThere() {
    var verdict = Verdict.of(List.of(FIRST), List.of(FIRST, SECOND), STANDS, STANDS);

    assertThat(verdict.lost()).containsExactly(SECOND.id());
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void shouldNameWhatIsRepeated_whenAChangeIsThereTwice() {
    var verdict = Verdict.of(List.of(FIRST, FIRST, SECOND), List.of(FIRST, SECOND), STANDS, STANDS);

    assertThat(verdict.repeated()).containsExactly(FIRST.id());
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void shouldCallItWrong_whenTheChangeIsAnotherThanExpected() {
    var verdict = Verdict.of(List.of(FIRST, OTHER), List.of(FIRST, SECOND), STANDS, STANDS);

    assertThat(verdict.wrong()).hasSize(1);
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void shouldFindTheGap_whenARegionOverallLeavesOutANumber() {
    var told = List.of(overall(1), overall(3));

    assertThat(Verdict.of(told, List.of(), STANDS, STANDS).lost()).hasSize(1);
  }

  @Test
  void shouldLetARegionOverallTakeAnotherCourse_whenItsNumbersFollow() {
    var told = List.of(overall(1), overall(2));

    assertThat(Verdict.of(told, List.of(overall(1)), STANDS, STANDS).isClean()).isTrue();
  }

  @Test
  void shouldTellTheDifference_whenASubjectStandsElsewhere() {
    var verdict = Verdict.of(List.of(), List.of(), List.of(), STANDS);

    assertThat(verdict.standing()).containsExactly("not there: isil|GB-BIR SUBSTANTIAL");
    assertThat(verdict.isClean()).isFalse();
  }

  private static AlertLevelChange overall(int sequence) {
    return change("*", "GB-BIR", sequence, Level.LOW, Level.MODERATE, NOON);
  }
}
