package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.extract.Context;
import io.tocsin.reference.Reference;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Reference REFERENCE = Reference.load(null);

  private static Sheet sheet(String text) {
    return Sheet.of(text, REFERENCE);
  }

  @Test
  void shouldTakeTheFirstLineForTheHeadline() {
    var sheet = sheet("Bomb found\n\nIn Paris.\nToday.\n");

    assertThat(sheet).isEqualTo(new Sheet("Bomb found", "In Paris.\nToday.", Context.NONE));
  }

  @Test
  void shouldHaveNoBody_whenThereIsOneLine() {
    assertThat(sheet("Bomb found")).isEqualTo(new Sheet("Bomb found", null, Context.NONE));
  }

  @Test
  void shouldTakeWhatTheFirstLineTells() {
    var sheet = sheet("# source=le-monde, published=2015-12-05T18:00:00Z, language=fr\nAttentat");

    assertThat(sheet.headline()).isEqualTo("Attentat");
    assertThat(sheet.context())
        .isEqualTo(new Context("le-monde", "FR", Instant.parse("2015-12-05T18:00:00Z"), "fr"));
  }

  @Test
  void shouldTakeTheCountryThatIsTold_beforeThatOfTheSource() {
    assertThat(sheet("# source=le-monde, country=BE\nx").context().country()).isEqualTo("BE");
  }

  @Test
  void shouldRefuseWhatThereIsNot() {
    assertThatThrownBy(() -> sheet("# colour=red\nx"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("colour=red");
    assertThatThrownBy(() -> sheet("# published=yesterday\nx"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("yesterday");
    assertThatThrownBy(() -> sheet("# country=London\nx"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("London");
    assertThatThrownBy(() -> sheet("# language=plain english\nx"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("plain english");
  }

  @Test
  void shouldTakeATagForTheHeadline_andPassOverAByteOrderMark() {
    assertThat(sheet("#Paris is quiet").headline()).isEqualTo("#Paris is quiet");
    assertThat(sheet("\uFEFF# country=BE\nx").context().country()).isEqualTo("BE");
  }

  @Test
  void shouldRefuseWhatIsBlankOrBinary() {
    assertThatThrownBy(() -> sheet(" \n"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("nothing to read");
    assertThatThrownBy(() -> sheet("PK\0\u0003"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no text");
  }
}
