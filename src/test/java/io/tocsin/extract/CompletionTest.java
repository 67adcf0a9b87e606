package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What the publisher gave is kept, and the text supplies the rest. */
class CompletionTest {
  private static final String HEADLINE = "Two men arrested in Birmingham over bomb plot";
  private static final List<String> NONE = List.of();

  private static Told told(
      String headline, List<String> entities, List<String> regions, Category category) {
    return told(headline, null, entities, regions, category, null, null);
  }

  private static Told told(
      String headline,
      String body,
      List<String> entities,
      List<String> regions,
      Category category,
      String origin,
      Credibility credibility) {
    var event =
        new NewsEvent(
            "n1",
            "reuters",
            origin,
            Instant.parse("2015-12-05T18:00:00Z"),
            headline,
            body,
            "en",
            null,
            null,
            entities,
            regions,
            category,
            credibility,
            0,
            null,
            NewsEvent.Status.USABLE,
            Map.of());
    var context =
        new Context("reuters", "GB", event.publishedAt(), event.language(), entities, regions);
    return Scenes.EXTRACTOR.read(event, context);
  }

  private static void assertClaims(Told told, Tuple... claims) {
    assertThat(told.claims())
        .extracting(Claim::entity, Claim::region, Claim::category)
        .containsExactlyInAnyOrder(claims);
  }

  @Test
  void shouldTakeAllFromTheText_whenNothingIsGiven() {
    assertThat(told(HEADLINE, NONE, NONE, null).claims())
        .extracting(Claim::entity, Claim::region, Claim::category)
        .contains(tuple("_", "GB-BIR", Category.ARREST));
  }

  @Test
  void shouldTakeThePlaceFromTheText_whenTheRegionIsMissing() {
    assertClaims(
        told(HEADLINE, List.of("isil"), NONE, Category.ARREST),
        tuple("isil", "GB-BIR", Category.ARREST));
  }

  @Test
  void shouldKeepTheGivenCategory_whenTheTextTellsOfAnother() {
    assertClaims(
        told(HEADLINE, List.of("isil"), NONE, Category.RAID),
        tuple("isil", "GB-BIR", Category.RAID));
  }

  @Test
  void shouldTakeTheFirstPlaceNamed_whenNothingHappensThere() {
    assertClaims(
        told("Quiet evening in Birmingham", List.of("isil"), NONE, Category.LINK),
        tuple("isil", "GB-BIR", Category.LINK));
  }

  @Test
  void shouldTakeTheCategoryFromTheText_whenItIsMissing() {
    assertThat(told(HEADLINE, List.of("isil"), List.of("GB-BIR"), null).claims())
        .allMatch(claim -> claim.entity().equals("isil") && claim.region().equals("GB-BIR"))
        .extracting(Claim::category)
        .contains(Category.ARREST, Category.PLOT);
  }

  @Test
  void shouldTakeThePublishersPlace_whenTheTextNamesNone() {
    assertThat(told("Two men arrested over bomb plot", NONE, List.of("GB-BIR"), null).claims())
        .contains(new Claim("_", "GB-BIR", Category.PLOT, 1));
  }

  @Test
  void shouldKeepTheCity_whenTheTextNamesItsCountryAlone() {
    assertThat(told("Britain: two men arrested over plot", NONE, List.of("GB-BIR"), null).claims())
        .extracting(Claim::region, Claim::category)
        .contains(tuple("GB-BIR", Category.ARREST))
        .doesNotContain(tuple("GB", Category.ARREST));
  }

  @Test
  void shouldNotMoveWhatHappenedElsewhere_whenARegionIsGiven() {
    assertClaims(
        told("Bomb attack kills ten in Kabul", NONE, List.of("GB-BIR"), null),
        tuple("_", "GB-BIR", Category.OTHER));
  }

  @Test
  void shouldClaimNothing_whenNothingIsGivenAndNothingHappens() {
    assertThat(told("Quiet evening in Birmingham", NONE, NONE, null).claims()).isEmpty();
  }

  @Test
  void shouldClaimNothing_whenNoRegionIsToBeHad() {
    assertThat(told("Officials compare notes", List.of("isil"), NONE, Category.PLOT).claims())
        .isEmpty();
  }

  @Test
  void shouldTakeOriginAndCredibilityFromTheText_whenTheEventDoesNotSay() {
    var told =
        told(
            "Islamic State bomb attack in Birmingham foiled",
            "Two officials told the Wall Street Journal that Islamic State plotted to bomb Birmingham.",
            NONE,
            NONE,
            Category.PLOT,
            null,
            null);

    assertThat(told.origin()).isEqualTo("wsj");
    assertThat(told.credibility()).isEqualTo(Credibility.POSSIBLY_TRUE);
  }

  @Test
  void shouldKeepOriginAndCredibility_whenTheEventSays() {
    var told = told(HEADLINE, null, NONE, NONE, null, "bbc", Credibility.CONFIRMED);

    assertThat(told.origin()).isEqualTo("bbc");
    assertThat(told.credibility()).isEqualTo(Credibility.CONFIRMED);
  }
}
