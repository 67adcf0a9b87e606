package io.tocsin.cli.watch;

import static io.tocsin.cli.watch.Standings.NOW;
import static io.tocsin.cli.watch.Standings.at;
import static io.tocsin.cli.watch.Standings.press;
import static io.tocsin.cli.watch.Standings.state;
import static io.tocsin.cli.watch.Standings.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.LiveLevels.Detail;
import io.tocsin.app.LiveLevels.Sight;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Samples;
import io.tocsin.cli.text.Terminal;
import io.tocsin.model.Level;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WatchScreenTest {
  private static final Terminal PLAIN = new Terminal(true, 0, false, true);
  private static final Terminal COLOURED = new Terminal(true, 0, true, true);

  private final WatchScreen screen = new WatchScreen("127.0.0.1:9092", Standings.words(), PLAIN);
  private final WatchState two =
      state(at("isil", "FR-75C", Level.SEVERE, Level.MODERATE, 24.25), at("_", "JP-13", Level.LOW));

  @Test
  void shouldShowBothLedgersAndTheNextFall_whenThereIsRoom() {
    var lines = screen.lines(two.with(new Size(130, 12)));

    assertThat(lines.get(0))
        .startsWith("tocsin  127.0.0.1:9092  2 subjects  by level")
        .endsWith("2015-11-14 00:00:00Z");
    assertThat(lines.get(1)).contains("ENTITY", "OFF.  REP.", "NEXT FALL");
    assertThat(lines.get(2))
        .startsWith(">")
        .contains("Islamic State", "Paris", "SEVERE", "▰▰▱▱▱ ▰▰▰▰▱", "reports +2", "24.3 dB")
        .contains("2015-11-13 23:59Z", "in 1 h");
    assertThat(lines.get(3)).contains("unattributed", "東京都", "LOW");
  }

  @Test
  void shouldAlign_whenNamesAreWide() {
    var lines = screen.lines(two);

    assertThat(Cells.width(before(lines.get(3), "LOW")))
        .isEqualTo(Cells.width(before(lines.get(2), "SEVERE")))
        .isEqualTo(Cells.width(before(lines.get(1), "LEVEL")));
  }

  @Test
  void shouldKeepNamesAndLevels_whenTheScreenIsNarrow() {
    var lines = screen.lines(two.with(new Size(60, 10)));

    assertThat(lines.get(0)).contains("2 subjects").endsWith("  00:00:00Z");
    assertThat(lines.get(1)).contains("ENTITY", "REGION", "LEVEL").doesNotContain("SINCE");
    assertThat(lines.get(2)).contains("Islamic State", "Paris", "SEVERE");
  }

  @Property(tries = 300)
  void shouldFillTheScreenAndNotMore_whateverItsSize(
      @ForAll @IntRange(min = 1, max = 140) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(max = 4) int what) {
    var coloured = new WatchScreen("127.0.0.1:9092", Standings.words(), COLOURED);
    var open = press(two, Key.ENTER).detail(new Detail(Samples.rise(), List.of(Samples.rise())));
    var state = List.of(two, open, type(two, "/zzz"), type(two, "?"), lost(two)).get(what);

    var lines = coloured.lines(state.with(new Size(width, height)));

    assertThat(lines).hasSize(height);
    assertThat(lines).allMatch(line -> Cells.width(line) <= width);
  }

  @Test
  void shouldShowTheReasons_whenTheDetailIsOpen() {
    var open =
        press(two, Key.ENTER)
            .with(new Size(120, 60))
            .detail(new Detail(Samples.rise(), List.of(Samples.rise())));

    assertThat(String.join("\n", screen.lines(open)))
        .contains("Explosions near a stadium", "████", "fr-vigipirate", "it falls at", "Timeline");
  }

  @Test
  void shouldStopAtTheEndOfTheDetail_whenItIsScrolled() {
    var open =
        press(two, Key.ENTER)
            .with(new Size(120, 20))
            .detail(new Detail(Samples.rise(), List.of(Samples.rise())));

    var end =
        screen.bounded(press(open, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN));

    assertThat(screen.lines(end).get(18)).contains("Paris", "MODERATE → SEVERE");
    assertThat(screen.lines(press(end, Key.PAGE_UP)).get(18)).doesNotContain("MODERATE → SEVERE");
  }

  @Test
  void shouldSayThatKafkaDoesNotAnswer_whenItDoesNot() {
    assertThat(screen.lines(lost(two)).get(0)).contains("no answer for 12 s");
    assertThat(screen.lines(lost(type(two, "p"))).get(0)).contains("no answer", "paused");
  }

  @Test
  void shouldSayWhatIsLeftOut_whenThereAreFilters() {
    var filtered = press(type(two, "mo/paris"), Key.ENTER).with(new Size(130, 12));

    assertThat(screen.lines(filtered).get(0))
        .contains("1 of 2 subjects", "from MODERATE", "without overall", "/paris");
    assertThat(screen.lines(type(two, "/zzz")))
        .anyMatch(line -> line.contains("no subject matches"));
  }

  @Test
  void shouldSayThatItReads_whenNotAllIsThere() {
    var begun = WatchState.start(new Plates(Standings.words()), new Size(100, 5), null, NOW);

    assertThat(screen.lines(begun).get(0)).contains("reading what there is");
  }

  @Test
  void shouldSteerNoTerminal_whenNamesAreForeign() {
    var foreign = type(state(at("evil", "FR", Level.LOW)), "/\u202e");

    assertThat(String.join("", screen.lines(foreign))).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void shouldWriteNoColours_whenNoneAreWanted() {
    assertThat(String.join("", screen.lines(two))).doesNotContain("\u001b");
    var coloured = new WatchScreen("k", Standings.words(), COLOURED).lines(two);
    assertThat(coloured.get(2)).startsWith("\u001b[7m>").endsWith("\u001b[0m");
  }

  @Test
  void shouldWriteOnlyWhatDiffers_whenAFrameFollowsAnother() {
    var size = new Size(10, 3);
    var before = new Frame(size, List.of("a", "b", "c"));

    assertThat(new Frame(size, List.of("a", "x", "c")).since(before))
        .containsExactly(new Frame.Line(1, "x"));
    assertThat(new Frame(size, List.of("a", "", "c")).since(null))
        .containsExactly(new Frame.Line(0, "a"), new Frame.Line(2, "c"));
  }

  private static WatchState lost(WatchState state) {
    var sight = state.picture().sight();
    return state.look(new Sight(sight.standings(), true, NOW.minusSeconds(12), null), NOW);
  }

  private static String before(String line, String word) {
    return line.substring(0, line.indexOf(word));
  }
}
