package io.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.Results;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReadingTextTest {
  private static final ReadingText READING = new ReadingText(new Words(UnaryOperator.identity()));

  private static Results.ReadClaim claim(Results.Stretch... spans) {
    return new Results.ReadClaim(
        "isil", "FR-75C", Category.PLOT, Credibility.POSSIBLY_TRUE, 0.8, "wsj", List.of(spans));
  }

  private static Results.Read read(String text, Results.ReadClaim... claims) {
    return new Results.Read(text, "en", List.of(), List.of(), List.of(claims), "0");
  }

  @Test
  void shouldMarkTheWordsOfEachClaim() {
    var plot = claim(new Results.Stretch(0, 4), new Results.Stretch(12, 17));
    var other = claim(new Results.Stretch(12, 17));
    var lines = READING.lines(read("Plot against Paris", plot, other), Terminal.NONE);

    assertThat(lines.get(0)).isEqualTo("[Plot]1 against[ Pari]1,2s");
    assertThat(lines).anySatisfy(l -> assertThat(l).contains("PLOT", "isil", "FR-75C", "wsj"));
  }

  @Test
  void shouldMarkNothingTwice_whenSpansOverlap() {
    var lines =
        READING.lines(
            read("Plot", claim(new Results.Stretch(0, 4), new Results.Stretch(1, 3))),
            Terminal.NONE);

    assertThat(lines.get(0)).isEqualTo("[Plot]1");
  }

  @Test
  void shouldSaySo_whenThereIsNoClaim() {
    assertThat(READING.lines(read("Quiet\u001b[31m day"), Terminal.NONE))
        .contains("no claims")
        .noneMatch(line -> line.contains("\u001b"));
  }
}
