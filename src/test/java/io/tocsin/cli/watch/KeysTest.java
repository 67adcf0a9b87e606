package io.tocsin.cli.watch;

import static io.tocsin.cli.watch.Standings.at;
import static io.tocsin.cli.watch.Standings.cursor;
import static io.tocsin.cli.watch.Standings.press;
import static io.tocsin.cli.watch.Standings.shown;
import static io.tocsin.cli.watch.Standings.sight;
import static io.tocsin.cli.watch.Standings.state;
import static io.tocsin.cli.watch.Standings.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.model.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
  private final WatchState three =
      state(
          at("isil", "FR-75C", Level.SEVERE),
          at("isil", "GB", Level.LOW),
          at("*", "FR-75C", Level.SEVERE, Level.MODERATE, 1));

  @Test
  void shouldShowTheGravestFirst_whenItBegins() {
    assertThat(shown(three)).containsExactly("isil|FR-75C", "*|FR-75C", "isil|GB");
    assertThat(cursor(three)).isEqualTo("isil|FR-75C");
  }

  @ParameterizedTest
  @CsvSource({
    "j, *|FR-75C",
    "jj, isil|GB",
    "jjjjj, isil|GB",
    "jjk, *|FR-75C",
    "k, isil|FR-75C",
    "G, isil|GB",
    "Gg, isil|FR-75C"
  })
  void shouldMoveAndStopAtTheEnds_whenLettersArePressed(String letters, String subject) {
    assertThat(cursor(type(three, letters))).isEqualTo(subject);
  }

  @Test
  void shouldStayWithItsSubject_whenRowsMove() {
    var below = press(three, Key.LAST);

    var moved =
        below.look(
            sight(at("isil", "FR-75C", Level.SEVERE), at("isil", "GB", Level.CRITICAL)),
            Standings.NOW);

    assertThat(cursor(moved)).isEqualTo("isil|GB");
    assertThat(moved.listing().index()).isZero();
  }

  @Test
  void shouldStayAtItsPlace_whenItsSubjectIsGone() {
    var moved =
        press(three, Key.DOWN)
            .look(
                sight(at("isil", "FR-75C", Level.SEVERE), at("isil", "GB", Level.LOW)),
                Standings.NOW);

    assertThat(cursor(moved)).isEqualTo("isil|GB");
  }

  @Test
  void shouldFollowTheFirstRow_whenNobodyMovedTheCursor() {
    var moved = three.look(sight(at("eta", "ES", Level.CRITICAL)), Standings.NOW);

    assertThat(cursor(moved)).isEqualTo("eta|ES");
  }

  @Test
  void shouldLeaveOutWhatIsLower_whenTheLeastLevelIsCycled() {
    assertThat(shown(type(three, "m"))).containsExactly("isil|FR-75C", "*|FR-75C");
    assertThat(shown(type(three, "mmmm"))).isEmpty();
    assertThat(shown(type(three, "mmmmm"))).hasSize(3);
  }

  @Test
  void shouldHideRegionsOverall_whenTheyAreToggled() {
    assertThat(shown(type(three, "o"))).containsExactly("isil|FR-75C", "isil|GB");
    assertThat(shown(type(three, "oo"))).hasSize(3);
  }

  @Test
  void shouldPutWhatFallsNextFirst_whenSortedSo() {
    var soon =
        new Standing(
            at("eta", "ES", Level.LOW).subject(),
            Level.MODERATE,
            Level.LOW,
            Level.MODERATE,
            0,
            Standings.NOW,
            Standings.NOW.plusSeconds(1));

    var byFall =
        type(state(at("isil", "GB", Level.LOW), at("isil", "FR", Level.SEVERE), soon), "ss");

    assertThat(byFall.view().sort()).isEqualTo(Sort.FALL);
    assertThat(shown(byFall)).containsExactly("eta|ES", "isil|FR", "isil|GB");
  }

  @Test
  void shouldComeBackToTheFirstOrder_whenOrdersAreCycled() {
    assertThat(type(three, "s".repeat(Sort.values().length)).view()).isEqualTo(three.view());
  }

  @ParameterizedTest
  @CsvSource({"paris, 2", "PARIS isl, 1", "overall, 1", "75c, 2", "no such place, 0", "isil gb, 1"})
  void shouldFilterByNamesAndIds_whenTextIsTyped(String text, int rows) {
    var typed = type(three, "/" + text);

    assertThat(typed.mode()).isEqualTo(Mode.TYPING);
    assertThat(shown(typed)).hasSize(rows);
  }

  @Test
  void shouldFindNamesWithMarks_whenTypedWithout() {
    var state = state(at("isil", "CI", Level.LOW), at("isil", "JP-13", Level.LOW));

    assertThat(shown(type(state, "/cote"))).containsExactly("isil|CI");
    assertThat(shown(type(state, "/東京"))).containsExactly("isil|JP-13");
  }

  @Test
  void shouldTakeLettersForText_whenTyping() {
    var typed = press(type(three, "/mq"), Key.BACKSPACE);

    assertThat(typed.view().filter()).isEqualTo("m");
    assertThat(typed.mode()).isEqualTo(Mode.TYPING);
    assertThat(press(typed, Key.ENTER).mode()).isEqualTo(Mode.TABLE);
    assertThat(press(typed, Key.ENTER).view().filter()).isEqualTo("m");
    assertThat(press(typed, Key.ESCAPE).view().filter()).isEmpty();
    assertThat(press(typed, Key.BACKSPACE, Key.BACKSPACE).mode()).isEqualTo(Mode.TABLE);
  }

  @Test
  void shouldTakeAWholeCharacterAway_whenItIsOfTwoUnits() {
    var typed = Keys.pressed(Keys.pressed(three, Press.typed("/")), Press.typed("🚨"));

    assertThat(press(typed, Key.BACKSPACE).view().filter()).isEmpty();
  }

  @Test
  void shouldOpenAndCloseTheDetail_whenEnterOrEscapeIsPressed() {
    var open = press(three, Key.ENTER);

    assertThat(open.wanted()).contains(three.listing().rows().get(0).subject());
    assertThat(press(open, Key.DOWN).wanted()).contains(three.listing().rows().get(1).subject());
    assertThat(press(open, Key.ENTER).wanted()).isEmpty();
    assertThat(press(open, Key.ESCAPE).wanted()).isEmpty();
  }

  @Test
  void shouldKeepTheFilter_whenEscapeClosesTheDetail() {
    var filtered = press(type(three, "/paris"), Key.ENTER, Key.ENTER, Key.ESCAPE);

    assertThat(filtered.view().filter()).isEqualTo("paris");
    assertThat(press(filtered, Key.ESCAPE).view().filter()).isEmpty();
  }

  @Test
  void shouldKeepWhatIsShown_whenPaused() {
    var paused = type(three, "p");

    var later = paused.look(sight(at("eta", "ES", Level.CRITICAL)), Standings.NOW);

    assertThat(shown(later)).isEqualTo(shown(three));
    assertThat(later.picture().more()).isTrue();
    assertThat(type(later, "s").listing().rows()).hasSize(3);
  }

  @Test
  void shouldMarkAllThatMovedMeanwhile_whenPauseEnds() {
    var paused = type(three, "p");
    var sight = sight(at("isil", "FR-75C", Level.MODERATE), at("isil", "GB", Level.LOW));

    var resumed = type(paused.look(sight, Standings.NOW), "p").look(sight, Standings.NOW);

    assertThat(shown(resumed)).containsExactly("isil|FR-75C", "isil|GB");
    assertThat(mark(resumed, 0)).isEqualTo(Mark.Kind.DOWN);
    assertThat(mark(resumed, 1)).isEqualTo(Mark.Kind.NONE);
  }

  @Test
  void shouldMarkWhatJustCameForSomeSeconds_whenItIsNew() {
    var moved =
        three.look(
            sight(
                at("isil", "FR-75C", Level.CRITICAL),
                at("isil", "GB", Level.LOW, Level.MODERATE, 0),
                at("*", "FR-75C", Level.SEVERE, Level.MODERATE, 7)),
            Standings.NOW);

    assertThat(List.of(mark(moved, 0), mark(moved, 1), mark(moved, 2)))
        .containsExactly(Mark.Kind.UP, Mark.Kind.NONE, Mark.Kind.LEDGER);
    var later = moved.look(moved.picture().sight(), Standings.NOW.plus(Duration.ofSeconds(9)));
    assertThat(later.picture().marks()).isEmpty();
    assertThat(three.picture().marks()).as("what was there at the start").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"q", "?q"})
  void shouldLeave_whenAsked(String letters) {
    assertThat(type(three, letters).mode()).isEqualTo(Mode.LEAVING);
    assertThat(press(type(three, "/x"), Key.INTERRUPT).mode()).isEqualTo(Mode.LEAVING);
  }

  @Test
  void shouldGoBackToTheTable_whenAKeyIsPressedOverTheHelp() {
    assertThat(type(three, "?").mode()).isEqualTo(Mode.HELP);
    assertThat(type(three, "?m")).isEqualTo(three);
  }

  /** Whatever is pressed, the cursor is a row that is seen, and the pane is of it. */
  @Property(tries = 200)
  void shouldKeepTheCursorInSight_whateverIsPressed(
      @ForAll @Size(max = 30) List<@IntRange(max = 24) Integer> presses,
      @ForAll @IntRange(min = 1, max = 30) int height) {
    var many =
        IntStream.range(0, 40)
            .mapToObj(i -> at("isil", "R" + i, Level.values()[i % 5]))
            .toArray(Standing[]::new);
    var state = state(many).with(new io.tocsin.cli.watch.Size(80, height));
    for (int press : presses) {
      state = Keys.pressed(state, any(press));
      int lines = state.layout().rows();
      if (lines > 0 && !state.listing().rows().isEmpty()) {
        assertThat(state.listing().seen(lines)).contains(state.listing().current().orElseThrow());
      }
    }
  }

  private static Press any(int number) {
    var letters = "jkbgG/moshp?R1 ";
    return number < letters.length()
        ? Press.typed(letters.substring(number, number + 1))
        : Press.of(Key.values()[number - letters.length()]);
  }

  private static Mark.Kind mark(WatchState state, int row) {
    return state.picture().mark(state.listing().rows().get(row).subject());
  }
}
