package io.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "Paris, 5",
    "Île, 3",
    "東京, 4",
    "서울, 4",
    "باريس, 5",
    "ﻣ\u064E, 1",
    "e\u0301, 1",
    "a\u200Bb, 2",
    "🚨, 2",
    "'\u001b[31mred\u001b[0m', 3",
  })
  void shouldMeasureCells_whenTextIsNotLatin(String text, int cells) {
    assertThat(Cells.width(text)).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({"Paris, 5, Paris", "Paris, 4, Par…", "東京都, 4, 東…", "東京都, 5, 東京…", "Paris, 0, ''"})
  void shouldCut_whenTextIsTooWide(String text, int cells, String cut) {
    assertThat(Cells.fit(text, cells)).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001b[31mred\u001b[0m', 3, '\u001b[31mred\u001b[0m'",
    "'\u001b[31mred\u001b[0m', 2, '\u001b[31mre\u001b[0m'",
    "東京都, 3, 東",
    "Paris, 2, Pa",
    "Paris, 0, ''",
  })
  void shouldKeepAndEndColours_whenClipped(String text, int cells, String clipped) {
    assertThat(Cells.clip(text, cells)).isEqualTo(clipped);
  }

  @Property
  void shouldNeverExceed_whenFitted(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int n) {
    assertThat(Cells.width(Cells.fit(Cells.clean(text), n))).isLessThanOrEqualTo(n);
  }

  @Property
  void shouldLeaveNothingThatSteersATerminal_whenCleaned(@ForAll String foreign) {
    assertThat(Cells.clean(foreign).codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
  }

  @Test
  void shouldDisarm_whenAHeadlineHoldsSequences() {
    assertThat(Cells.clean(" a\u001b]0;title\u0007\n\t b\u202Ec\u009b2J "))
        .isEqualTo("a ]0;title bc 2J");
  }
}
