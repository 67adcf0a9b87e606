package io.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Held;
import io.tocsin.model.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
  private static final Terminal DUMB = new Terminal(true, 200, false, false);

  @Test
  void shouldTellAChangeOnOneLine_whenThereIsRoom() {
    assertThat(new ChangeLine(Samples.words(), Terminal.NONE).of(Samples.rise()))
        .isEqualTo(
            "2015-11-13 21:20:05Z  ▲ MODERATE → SEVERE  Islamic State in Paris  ▰▰▱▱▱ ▰▰▰▰▱"
                + "  24.3 dB, 99.6 %  news  afp: Explosions near a stadium (+6)");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 120, 160})
  void shouldStayWithinTheTerminal_whenAHeadlineIsWide(int width) {
    var terminal = new Terminal(true, width, true, true);
    var change = Samples.change(Level.SUBSTANTIAL, Level.CRITICAL, Held.PEAK_HOLD, "東京".repeat(99));

    var line = new ChangeLine(Samples.words(), terminal).of(change);

    assertThat(Cells.width(line)).isLessThanOrEqualTo(width);
    assertThat(line.replaceAll("\u001b\\[[0-9;]*m", "")).startsWith("2015-11-13 21:20");
  }

  @Test
  void shouldUseAsciiAlone_whenTheTerminalIsDumb() {
    var fall = Samples.change(Level.SEVERE, Level.LOW, Held.UNCORROBORATED, "x");

    var line = new ChangeLine(Samples.words(), DUMB).of(fall);

    assertThat(line)
        .contains("v SEVERE -> LOW", "##--- #----", "(capped, not corroborated)")
        .matches("\\p{ASCII}*");
  }

  @Test
  void shouldDisarmHeadlines_whenTheyHoldSequences() {
    var change = Samples.change(Level.LOW, Level.SEVERE, Held.NONE, "a\u001b[2Jb\rc");

    assertThat(new ChangeLine(Samples.words(), Terminal.NONE).of(change))
        .contains("afp: a [2Jb c")
        .doesNotContain("\u001b");
    assertThat(new ExplainText(Samples.words(), Terminal.NONE).of(change, List.of(), Samples.NOW))
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void shouldPutTheGravestFirst_whenLevelsAreListed() {
    var lines =
        new LevelsTable(Samples.words(), Terminal.NONE)
            .of(List.of(Samples.still(), Samples.rise()), Samples.NOW);

    assertThat(lines)
        .containsExactly(
            "ENTITY         REGION  LEVEL   OFFICIAL  REPORTED  GAP            SCORE  SINCE"
                + "              NEXT FALL",
            "Islamic State  Paris   SEVERE  ▰▰▱▱▱     ▰▰▰▰▱     reports +2   24.3 dB"
                + "  2015-11-13 21:20Z  in 1 d 4 h",
            "overall        FR      LOW     ▰▱▱▱▱     ▰▱▱▱▱                 -10.0 dB"
                + "  2015-11-14 00:00Z");
  }

  @Test
  void shouldFoldCopiesUnderTheirLeader_whenExplained() {
    var text =
        new ExplainText(Samples.words(), Terminal.NONE)
            .of(Samples.rise(), List.of(Samples.rise()), Samples.NOW);

    assertThat(text.get(0)).isEqualTo("Islamic State in Paris  SEVERE");
    assertThat(text)
        .anyMatch(line -> line.contains("official ▰▰▱▱▱  reported ▰▰▰▰▱  gap: reports +2"))
        .anyMatch(line -> line.contains("Vigipirate  vigilance") && line.contains("in 2 d"))
        .anyMatch(line -> line.contains("and 4 more with 4.0 % of the weight"))
        .anyMatch(line -> line.contains("falls at 2015-11-15 04:00:05Z (in 1 d 4 h)"))
        .anyMatch(line -> line.contains("policy 1, change c-2, before it c-1"));
    var rows = text.stream().filter(line -> line.contains("ATTACK")).toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).contains("24.0  ████████████", "70 %", "A1", "  afp");
    assertThat(rows.get(1)).contains("7.2  ████ ", "└ reuters citing afp");
    assertThat(rows.get(2)).contains("8.0  ████ ", "  bbc");
  }

  @Test
  void shouldSaySo_whenNothingIsKnown() {
    assertThat(
            new ExplainText(Samples.words(), Terminal.NONE)
                .of(Samples.still(), List.of(), Samples.NOW))
        .contains(
            "overall in FR  LOW",
            "  has never moved",
            "  no declaration is in force",
            "  no report counts",
            "  nothing falls by itself");
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void shouldFillOneCellMore_whenTheLevelIsOneHigher(Level level) {
    var bar = new Gauge(DUMB).bar(level);

    assertThat(bar).hasSize(5);
    assertThat(bar.chars().filter(c -> c == '#').count()).isEqualTo(level.ordinal() + 1);
  }

  @Test
  void shouldAlignByCells_whenNamesAreWide() {
    var table = new Table(Table.yielding("A"), Table.right("N")).row("東京", "1").row("Paris", "22");

    assertThat(table.lines(Terminal.NONE)).containsExactly("A       N", "東京    1", "Paris  22");
  }

  @ParameterizedTest
  @CsvSource({
    "850, 850 ms",
    "1200, 1.2 s",
    "2000, 2 s",
    "59000, 59 s",
    "61000, 1 min 1 s",
    "3600000, 1 h",
    "187200000, 2 d 4 h",
    "-3600000, 1 h"
  })
  void shouldShowTwoUnits_whenADurationIsLong(long millis, String shown) {
    assertThat(Times.lasting(Duration.ofMillis(millis))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9999, >99.9 %",
    "0.9962, 99.6 %",
    "0.988, 99 %",
    "0.5, 50 %",
    "0.0123, 1.2 %",
    "0.0001, <0.1 %",
    "1, 100 %",
    "0, 0.0 %"
  })
  void shouldNeverRoundToCertainty_whenAProbabilityIsShown(double probability, String shown) {
    assertThat(Words.percent(probability)).isEqualTo(shown);
  }

  @Test
  void shouldFollowTheConventions_whenColoursAreDecided() {
    assertThat(Terminal.of(true, 0, Map.of()).colours()).isTrue();
    assertThat(Terminal.of(true, 0, Map.of("NO_COLOR", "1")).colours()).isFalse();
    assertThat(Terminal.of(true, 0, Map.of("NO_COLOR", "")).colours()).isTrue();
    assertThat(Terminal.of(true, 0, Map.of("TERM", "dumb")).colours()).isFalse();
    assertThat(Terminal.of(false, 0, Map.of()).colours()).isFalse();
    assertThat(Terminal.of(false, 0, Map.of("CLICOLOR_FORCE", "1")).colours()).isTrue();
    assertThat(Terminal.of(false, 0, Map.of("CLICOLOR_FORCE", "0")).colours()).isFalse();
    assertThat(Terminal.of(true, 0, Map.of("COLUMNS", "77")).width()).isEqualTo(77);
    assertThat(Terminal.of(true, 5, Map.of("COLUMNS", "x")).width()).isEqualTo(40);
    assertThat(Terminal.of(false, 90, Map.of()).width()).isEqualTo(Terminal.UNBOUNDED);
  }
}
