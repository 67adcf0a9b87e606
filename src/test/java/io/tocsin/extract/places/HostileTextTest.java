package io.tocsin.extract.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.extract.Context;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import io.tocsin.reference.Reference;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HostileTextTest {
  private static final Toponyms FINDER = new Toponyms(Reference.load(null));

  @Property(tries = 300)
  void shouldKeepSpansInOrderAndInside_whenTextIsAnything(
      @ForAll @StringLength(max = 300) String noise) {
    var text = "In Paris " + noise + " London, Ontario " + noise;

    check(text, places(text));
  }

  @Test
  void shouldFindEachOne_whenNameComesAHundredThousandTimes() {
    var text = "London, Ontario and Birmingham. ".repeat(50_000);

    assertThat(places(text)).hasSize(150_000);
  }

  @Test
  void shouldComeToAnEnd_whenTextIsTenMillionLettersWithoutASpace() {
    assertThat(places("Paris".repeat(2_000_000))).isEmpty();
  }

  @Test
  void shouldComeToAnEnd_whenEveryCodePointIsThere() {
    var text = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      text.append(c % 64 == 0 ? " Paris " : "").appendCodePoint(c);
    }

    check(text.toString(), places(text.toString()));
  }

  @Test
  void shouldComeToAnEnd_whenCapitalsSurrogatesAndControlsOfDirectionSurroundNames() {
    var text =
        "Mr London Paris Hilton Of The University Of \ud800 Paris \udc00 \u202eLondon\u202c "
            .repeat(20_000);

    check(text, places(text));
  }

  private static List<Place> places(String text) {
    return FINDER.places(Text.of(text), Context.NONE);
  }

  private static void check(String text, List<Place> places) {
    int end = 0;
    for (var place : places) {
      assertThat(place.span().from()).isGreaterThanOrEqualTo(end);
      end = place.span().to();
      assertThat(place.confidence()).isGreaterThan(0).isLessThanOrEqualTo(1);
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }
}
