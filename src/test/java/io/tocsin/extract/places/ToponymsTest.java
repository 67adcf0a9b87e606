package io.tocsin.extract.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.extract.Context;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import io.tocsin.reference.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToponymsTest {
  private static final Toponyms FINDER = new Toponyms(Reference.load(null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A man was held in Birmingham on Friday. | GB-BIR",
        "A man was held in Birmingham, Alabama, on Friday. | US-AL-birmingham",
        "A man was held in Birmingham, Ala., on Friday. | US-AL-birmingham",
        "Shots were fired in Birmingham (Alabama). | US-AL-birmingham",
        "Officers searched a flat in Molenbeek. | BE-BRU-molenbeek",
        "Officers searched a flat in Brussels. | BE-BRU",
        "Talks were held in Paris. | FR-75C",
        "The court in Cambridge heard the case. | GB-CAM-cambridge",
        "Tbilisi is the seat; Georgia votes on Sunday. | GE",
        "Police in Atlanta, Georgia, made an arrest. | US-GA",
        "A plane left London for Ontario; in London, Ontario, it was met. | CA-ON-london",
        "Trains from New York were late. | US-NY-new-york-city",
        "The crowd marched through Washington. | US-DC-washington",
        "Snow fell across England overnight. | GB-ENG",
        "Two were hurt in the U.S. on Monday. | US",
        "انفجار في باريس | FR-75C",
        "Взрыв в Париже, Франция | FR",
      })
  void shouldResolveName_whenTextSaysWhich(String text, String region) {
    assertThat(named(text)).contains(region);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Birmingham saw raids, and so did Montgomery and the rest of Alabama. | US-AL-birmingham",
        "Birmingham saw raids, as did Manchester and London. | GB-BIR",
        "Georgia sent its guard; Atlanta and the United States Senate were told. | US-GA",
        "Georgia sent envoys to Armenia and Turkey, and Batumi was told. | GE",
      })
  void shouldLeanOnWhatElseIsNamed_whenNameIsShared(String text, String region) {
    assertThat(named(text)).contains(region);
  }

  @ParameterizedTest
  @CsvSource({"US,US-AL-birmingham", "GB,GB-BIR", ",GB-BIR"})
  void shouldLeanOnWhereTextIsPublished_whenNothingElseIsNamed(String country, String region) {
    var places =
        FINDER.places(
            Text.of("Shots were fired in Birmingham."), new Context(null, country, null, null));

    assertThat(places).singleElement().extracting(Place::region).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paris Hilton came to the opening.",
        "The novels of Jack London sell well.",
        "Chelsea Manning spoke, and Chelsea was cheered.",
        "As the Birmingham Mail reported, nobody was held.",
        "He reads the New York Times.",
        "She studied at the University of Manchester.",
        "The Duke of York was there.",
        "Mr Lincoln declined to comment.",
        "J. London wrote it.",
        "Scientists found West Nile virus.",
        "They agreed on the Geneva Conventions.",
        "a nice reading, mobile and split",
        "It told us that it may march.",
        "Nice to see you again, he said.",
        "Write to desk@paris.example or see london.example for more.",
        "Ask @london on the network.",
        "The camp was run by Islamic State in Iraq and Syria.",
        "Africa and Asia lag behind.",
      })
  void shouldFindNoPlace_whenNameIsOfSomethingElse(String text) {
    assertThat(named(text)).isEmpty();
  }

  @Test
  void shouldKeepPlace_whenHeadlineCapitalisesEveryWord() {
    assertThat(named("Paris Attacks Leave Many Dead As France Mourns")).contains("FR-75C", "FR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "British police made an arrest. | GB",
        "Une enquête belge est ouverte. | BE",
        "The French were told. | FR",
        "Two Londoners were hurt. | GB-LND",
      })
  void shouldHintAtRegion_whenItsPeopleAreNamed(String text, String region) {
    var hints =
        FINDER.places(Text.of(text), Context.NONE).stream()
            .filter(place -> place.kind() == Place.Kind.DEMONYM)
            .map(Place::region)
            .toList();

    assertThat(hints).isEqualTo(region == null ? List.of() : List.of(region));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Elysee declined to comment. | FR",
        "The Élysée declined to comment. | FR",
        "Sources in the Kremlin denied it. | RU",
        "Washington said that it would answer. | US",
        "Moscow has denied the charge. | RU",
        "West Midlands Police made no arrest. | GB-BIR",
        "Birmingham City Council met at noon. | GB-BIR",
      })
  void shouldHintAtRegion_whenWhoRulesItIsNamed(String text, String region) {
    assertThat(FINDER.places(Text.of(text), Context.NONE))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.region()).isEqualTo(region);
              assertThat(place.kind()).isEqualTo(Place.Kind.INSTITUTION);
              assertThat(place.confidence()).isLessThan(0.7);
            });
  }

  @Test
  void shouldBeLessSure_whenSeveralRegionsAreAsLikely() {
    double alone = confidence("Shots were fired in Birmingham.");
    double told = confidence("Shots were fired in Birmingham, Alabama.");

    assertThat(told).isEqualTo(1);
    assertThat(alone).isBetween(0.5, 0.95);
  }

  @Test
  void shouldKeepOneSense_whenNameIsSaidInFullOnce() {
    var text = "In Birmingham, Alabama, a shop burned. Birmingham has seen worse.";

    assertThat(named(text)).filteredOn("US-AL-birmingham"::equals).hasSize(2);
  }

  @Test
  void shouldSpanTheName_whenItHasDotsAndMarks() {
    var text = "From São Paulo to the U.S. and back.";

    assertThat(FINDER.places(Text.of(text), Context.NONE))
        .extracting(place -> place.span().of(text))
        .containsExactly("São Paulo", "U.S.");
  }

  @Test
  void shouldTellPartsOfTheWorldApart_whenTheyAreNoRegions() {
    var text = Text.of("Africa and the Middle East, not France.");

    assertThat(FINDER.areas(text))
        .extracting(span -> span.of(text.original()))
        .containsExactly("Africa", "Middle East");
  }

  private static List<String> named(String text) {
    return FINDER.places(Text.of(text), Context.NONE).stream()
        .filter(place -> place.kind() == Place.Kind.NAME)
        .map(Place::region)
        .toList();
  }

  private static double confidence(String text) {
    return FINDER.places(Text.of(text), Context.NONE).get(0).confidence();
  }
}
