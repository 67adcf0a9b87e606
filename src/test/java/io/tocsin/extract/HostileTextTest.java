package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the extractor throw, and none takes more than a text of its length does. */
class HostileTextTest {
  private static Reading read(String headline, String body) {
    return Scenes.EXTRACTOR.read(headline, body, Context.NONE);
  }

  @Property(tries = 300)
  void shouldReadAnyText_withSpansInside(@ForAll String headline, @ForAll String body) {
    var reading = read(headline, body);

    for (var claim : reading.claims()) {
      assertThat(claim.salience()).isBetween(0.01, 1.0);
      assertThat(claim.spans()).allMatch(span -> span.to() <= reading.text().length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "\uD800",
        "\uDC00\uD800",
        "\u202Eterror\u202C attack in Paris",
        "[",
        "'s",
        "may 13",
        "13 may",
        "in 0000",
        "November 31 attack",
        "February 30, 2015",
        "no no no no",
        "attack attack attack",
        "said said",
        "Paris Paris Paris",
        "\n\n\n",
        "...",
        "?!"
      })
  void shouldReadScraps(String scrap) {
    assertThat(read(scrap, null).claims()).isNotNull();
    assertThat(read(scrap, scrap).claims()).isNotNull();
    assertThat(Scenes.EXTRACTOR.read(null, scrap, Context.NONE).claims()).isNotNull();
  }

  @Test
  void shouldReadTenMegabytesWithoutASpace() {
    assertThat(read("x", "a".repeat(10_000_000)).claims()).isEmpty();
    assertThat(read("x", "基".repeat(1_000_000)).claims()).isEmpty();
  }

  @Test
  void shouldReadAHundredThousandRepetitionsOfAName() {
    var reading = read("x", "Islamic State ".repeat(100_000));

    assertThat(reading.entities()).singleElement().extracting(Marked::id).isEqualTo("isil");
    assertThat(reading.entities().get(0).spans()).hasSize(100_000);
  }

  @Test
  void shouldReadAHundredThousandClaimsInOneSentence() {
    var reading = read("x", "terrorists attacked Paris and ".repeat(100_000));

    assertThat(reading.evidence()).hasSize(1);
    assertThat(reading.claims().get(0).spans()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void shouldCarryTheSpeakerOn_throughAHundredThousandDenials() {
    var denied = "Police denied that terrorists attacked Paris. He said that nobody was killed. ";
    var reading = read("x", denied.repeat(100_000));

    var spans = reading.regions().get(0).spans();
    assertThat(spans).hasSize(100_000);
    assertThat(reading.claims()).extracting(ReadClaim::category).containsExactly(Category.DENIAL);
    assertThat(reading.claims().get(0).attribution()).isEqualTo(Attribution.OFFICIAL);
    assertThat(reading.claims().get(0).spans()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void shouldReadEveryCharacter() {
    var every = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      every.appendCodePoint(c).append(c % 11 == 0 ? " " : "");
    }
    assertThat(read("x", every.toString()).text()).hasSizeGreaterThan(1_000_000);
  }
}
