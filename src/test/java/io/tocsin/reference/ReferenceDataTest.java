package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped set promises. */
class ReferenceDataTest {
  private static final Reference SHIPPED = Reference.load(null);
  private static final Regions REGIONS = SHIPPED.regions();

  @Test
  void shouldHoldEveryCountryWithNamesAndCoordinates() {
    var countries = REGIONS.all().stream().filter(Region::isCountry).toList();
    var ids = countries.stream().map(Region::id).collect(Collectors.toSet());

    assertThat(ids).containsAll(Set.of(Locale.getISOCountries())).contains("XK").hasSize(250);
    assertThat(countries).allMatch(country -> country.lat() != null && country.lon() != null);
    assertThat(countries).allMatch(country -> country.aliases().size() >= 5);
    assertThat(countries)
        .filteredOn(country -> country.population() != null)
        .hasSizeGreaterThan(230);
  }

  @Test
  void shouldHoldFiveHundredCitiesWithCoordinatesAndPopulation() {
    assertThat(REGIONS.all())
        .filteredOn(region -> region.kind().equals("city"))
        .filteredOn(region -> region.lat() != null && region.population() != null)
        .hasSizeGreaterThan(700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB", "FR", "BE", "NL", "DE", "ES", "IT", "US", "CA", "AU", "NG", "KE", "IN", "PK", "TR",
        "SE", "DK", "NO", "IE"
      })
  void shouldHoldSubdivisions(String country) {
    assertThat(REGIONS.all())
        .filteredOn(region -> region.kind().equals("subdivision"))
        .filteredOn(region -> REGIONS.country(region.id()).equals(country))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void shouldEndEveryLineageInItsCountry() {
    assertThat(REGIONS.all())
        .allSatisfy(
            region -> {
              var lineage = REGIONS.lineage(region.id());
              assertThat(lineage).startsWith(region.id()).doesNotHaveDuplicates();
              assertThat(REGIONS.country(region.id())).isEqualTo(region.id().substring(0, 2));
              assertThat(region.id()).startsWith(lineage.get(lineage.size() - 1));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "BE-BRU-molenbeek,BE-BRU-molenbeek BE-BRU BE",
    "BE-BRU-laeken,BE-BRU-laeken BE-BRU BE",
    "BE-WLG-verviers,BE-WLG-verviers BE-WLG BE-WAL BE",
    "BE-VBR-zaventem,BE-VBR-zaventem BE-VBR BE-VLG BE",
    "GB-BIR,GB-BIR GB-ENG GB-GBN GB",
    "GB-NIR,GB-NIR GB",
    "GB-HCK,GB-HCK GB-LND GB-ENG GB-GBN GB",
    "FR-75C,FR-75C FR-IDF FR",
    "FR-93-saint-denis,FR-93-saint-denis FR-93 FR-IDF FR",
    "IT-MI,IT-MI IT-25 IT",
    "ES-B,ES-B ES-CT ES",
    "NL-UT,NL-UT NL",
    "US-AL-birmingham,US-AL-birmingham US-AL US"
  })
  void shouldGiveTheLineageUpToTheCountry(String id, String lineage) {
    assertThat(REGIONS.lineage(id)).containsExactly(lineage.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "birmingham,GB-BIR",
    "Molenbeek,BE-BRU-molenbeek",
    "sint-jans molenbeek,BE-BRU-molenbeek",
    "مولنبيك,BE-BRU-molenbeek",
    "UK,GB",
    "GB-UKM,GB",
    "gb-bir,GB-BIR",
    "Holland,NL",
    "Großbritannien,GB-GBN",
    "Париж,FR-75C",
    "Paris,FR-75C",
    "London,GB-LND",
    "Bruxelles,BE-BRU",
    "Sao Paulo,BR-sao-paulo",
    "Georgia,GE",
    "アメリカ合衆国,US"
  })
  void shouldSuggestTheRegionThatANameMostLikelyMeans(String name, String id) {
    assertThat(REGIONS.suggest(name)).hasValue(id);
  }

  @Test
  void shouldKnowNothingOfUnknownIds() {
    assertThat(REGIONS.has("gb")).isFalse();
    assertThat(REGIONS.find("ZZ")).isEmpty();
    assertThat(REGIONS.lineage("ZZ")).isEmpty();
    assertThat(REGIONS.country("ZZ")).isNull();
    assertThat(REGIONS.suggest("Atlantis")).isEmpty();
    assertThat(SHIPPED.groups().members("ZZ")).isEmpty();
    assertThat(SHIPPED.groups().holding("ZZ")).isEmpty();
    assertThat(SHIPPED.entities().lineage("nobody")).isEmpty();
    assertThat(SHIPPED.sources().find("nobody")).isEmpty();
    assertThat(SHIPPED.authorities().find("nobody")).isEmpty();
  }

  @Test
  void shouldFlattenGroupsToCountries() {
    var groups = SHIPPED.groups();

    assertThat(groups.members("001")).hasSize(250);
    assertThat(groups.members("150")).contains("GB", "BE", "RU", "XK").doesNotContain("TR", "US");
    assertThat(groups.members("EU")).hasSize(27).doesNotContain("GB");
    assertThat(groups.members("NATO")).hasSize(32);
    assertThat(groups.members("FIVE-EYES")).containsExactlyInAnyOrder("AU", "CA", "GB", "NZ", "US");
    assertThat(groups.holding("BE")).contains("001", "150", "155", "EU", "EZ", "SCHENGEN");
    assertThat(groups.all()).filteredOn(group -> group.id().matches("\\d{3}")).hasSize(31);
    assertThat(groups.has("G7")).isTrue();
  }

  @Test
  void shouldHoldOrganisationsWithTheirParents() {
    var entities = SHIPPED.entities();

    assertThat(entities.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(entities.lineage("paris-attacks-cell"))
        .containsExactly("paris-attacks-cell", "isil");
    assertThat(entities.lineage("verviers-cell")).containsExactly("verviers-cell", "isil");
    assertThat(entities.lineage("adf")).containsExactly("adf", "iscap", "isil");
    assertThat(entities.lineage("tak")).containsExactly("tak", "pkk");
    assertThat(entities.find("paris-attacks-cell"))
        .hasValueSatisfying(cell -> assertThat(cell.kind()).isEqualTo("network"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Daesh",
        "ISIS",
        "ISIL",
        "IS",
        "islamic state",
        "Dawlat al-Islam",
        "داعش",
        "الدولة الإسلامية",
        "État islamique",
        "Islamischer Staat",
        "ИГИЛ"
      })
  void shouldResolveEveryNameOfOneOrganisationToOneId(String name) {
    assertThat(SHIPPED.entities().suggest(name)).hasValue("isil");
  }

  @Test
  void shouldTakeTheUnattributedForAnEntityOfNoLineage() {
    assertThat(SHIPPED.entities().has("_")).isTrue();
    assertThat(SHIPPED.entities().find("_")).isEmpty();
    assertThat(SHIPPED.entities().lineage("_")).containsExactly("_");
  }

  @Test
  void shouldGradeSourcesAndLeaveUnknownOnesUnjudged() {
    var sources = SHIPPED.sources();

    assertThat(sources.all()).hasSizeGreaterThanOrEqualTo(120);
    assertThat(sources.reliability("reuters")).isEqualTo(Reliability.A);
    assertThat(sources.reliability("nobody-knows")).isEqualTo(Reliability.F);
    assertThat(sources.all()).noneMatch(source -> source.reliability() == Reliability.F);
  }

  @Test
  void shouldMapEveryAuthoritysScale() {
    assertThat(SHIPPED.authorities().all())
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(a -> assertThat(a.scale() == null || SHIPPED.scales().has(a.scale())).isTrue());
    assertThat(SHIPPED.authorities().find("west-midlands-police"))
        .hasValueSatisfying(police -> assertThat(police.jurisdiction()).contains("GB-BIR"));
  }

  @ParameterizedTest
  @CsvSource({
    "uk-national,2019,severe,SEVERE,SEVERE,SEVERE",
    "uk-national,2006,4,SEVERE,SEVERE,SEVERE",
    "nl-dtn,4-level,SUBSTANTIAL,SEVERE,SUBSTANTIAL,SEVERE",
    "nl-dtn,5-level,3,SUBSTANTIAL,SUBSTANTIAL,SUBSTANTIAL",
    "nl-dtn,,substantial,SEVERE,SEVERE,SEVERE",
    "be-ocam,2006,3,SEVERE,SUBSTANTIAL,SEVERE",
    "be-ocam,,Très Grave,CRITICAL,CRITICAL,CRITICAL",
    "fr-vigipirate,,SRRA,SEVERE,SUBSTANTIAL,SEVERE",
    "fr-vigipirate,,alerte attentat,CRITICAL,SEVERE,CRITICAL",
    "au,,high,SEVERE,SUBSTANTIAL,SEVERE",
    "au,5-level,probable,SUBSTANTIAL,SUBSTANTIAL,SEVERE",
    "us-ntas,2015,BULLETIN,SUBSTANTIAL,MODERATE,SUBSTANTIAL"
  })
  void shouldMapStepsToLevelsWithTheirIntervals(
      String scale, String version, String name, Level level, Level from, Level to) {
    assertThat(SHIPPED.scales().step(scale, version, name))
        .hasValueSatisfying(
            step -> {
              assertThat(step.level()).isEqualTo(level);
              assertThat(step.levelFrom()).isEqualTo(from);
              assertThat(step.levelTo()).isEqualTo(to);
            });
  }

  @Test
  void shouldKnowStepsThatSayNothingOfALevel() {
    assertThat(SHIPPED.scales().step("us-ntas", null, "no advisory"))
        .hasValueSatisfying(step -> assertThat(step.level()).isNull());
    assertThat(SHIPPED.scales().step("uk-national", null, "MEDIUM")).isEmpty();
    assertThat(SHIPPED.scales().step("uk-national", "1999", "SEVERE")).isEmpty();
  }
}
