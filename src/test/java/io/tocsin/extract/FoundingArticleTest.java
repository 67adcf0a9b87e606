package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The report that the project began with, in our words: who, where, what, and on whose word. */
class FoundingArticleTest {
  private final Reading reading = read("/extract/founding.txt");

  private static Reading read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(FoundingArticleTest.class.getResourceAsStream(resource))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var report = text.substring(text.indexOf('\n') + 1);
      int headline = report.indexOf('\n');
      var context =
          new Context("birmingham-mail", "GB", Instant.parse("2015-12-05T18:30:00Z"), "en");
      return Scenes.EXTRACTOR.read(
          report.substring(0, headline), report.substring(headline).strip(), context);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> names(List<Marked> marked, String id) {
    return marked.stream()
        .filter(m -> m.id().equals(id))
        .flatMap(m -> m.spans().stream())
        .map(span -> span.of(reading.text()))
        .distinct()
        .toList();
  }

  private List<ReadClaim> claims(String region, Category category) {
    return reading.claims().stream()
        .filter(c -> c.region().equals(region) && c.category() == category)
        .toList();
  }

  @Test
  void shouldKnowTheGroupByAllThreeNames() {
    assertThat(reading.entities()).extracting(Marked::id).containsExactly("isil");
    assertThat(names(reading.entities(), "isil")).containsExactly("Islamic State", "ISIL", "Daesh");
  }

  @Test
  void shouldKnowThePlaces() {
    assertThat(names(reading.regions(), "GB-BIR")).contains("Birmingham");
    assertThat(names(reading.regions(), "BE-BRU-molenbeek")).containsExactly("Molenbeek");
    assertThat(Scenes.REFERENCE.regions().lineage("BE-BRU-molenbeek")).contains("BE-BRU");
    assertThat(names(reading.regions(), "GB-BIR")).doesNotContain("Birmingham Mail");
  }

  @Test
  void shouldTellThatTheAttackIsNoNews() {
    assertThat(claims("FR-75C", Category.BACKGROUND)).isNotEmpty();
    assertThat(claims("FR-75C", Category.ATTACK)).isEmpty();
  }

  @Test
  void shouldTakeCallsAndVisitForLinks_onTheWordOfWhomTheReportCites() {
    var links = claims("GB-BIR", Category.LINK);

    assertThat(links).extracting(ReadClaim::origin).containsExactlyInAnyOrder("wsj", "guardian");
    assertThat(links).extracting(ReadClaim::entity).containsOnly("isil");
    assertThat(links)
        .filteredOn(c -> "wsj".equals(c.origin()))
        .allSatisfy(
            c -> {
              assertThat(c.attribution()).isEqualTo(Attribution.ANONYMOUS);
              assertThat(c.credibility()).isEqualTo(Credibility.POSSIBLY_TRUE);
              assertThat(c.spans())
                  .extracting(span -> span.of(reading.text()))
                  .contains("phone calls to", "Birmingham", "Islamic State");
            });
  }

  @Test
  void shouldBeAboutBirminghamFirst() {
    assertThat(reading.claims().get(0).region()).isEqualTo("GB-BIR");
    assertThat(reading.origin()).isEqualTo("wsj");
    assertThat(reading.credibility()).isEqualTo(Credibility.POSSIBLY_TRUE);
  }

  @Test
  void shouldTakeNobodyForArrested() {
    assertThat(reading.claims()).noneMatch(c -> c.category() == Category.ARREST);
  }

  @Test
  void shouldTakeLastYearsLevelForBackground() {
    assertThat(claims("GB", Category.BACKGROUND)).isNotEmpty();
    assertThat(reading.claims()).noneMatch(c -> c.category() == Category.WARNING);
  }

  @Test
  void shouldTakeThePolicesWordForADenial() {
    assertThat(claims("GB-BIR", Category.DENIAL))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.entity()).isEqualTo("isil");
              assertThat(c.attribution()).isEqualTo(Attribution.OFFICIAL);
              assertThat(c.credibility()).isEqualTo(Credibility.PROBABLY_TRUE);
            });
  }

  @Test
  void shouldMakeEvidenceWithOneClaimOfAKind() {
    assertThat(reading.evidence()).doesNotHaveDuplicates();
    assertThat(reading.evidence())
        .extracting(Claim::entity, Claim::region, Claim::category)
        .doesNotHaveDuplicates();
  }
}
