package io.tocsin.ingest.format;

import static io.tocsin.ingest.Reading.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, organisations and publishers: what is sure is found, and the rest is not guessed. */
class SurenessTest {
  private final Places places = new Places(REFERENCE.regions());
  private final Catalogue catalogue = new Catalogue(REFERENCE.entities());
  private final Publishers publishers = new Publishers(REFERENCE.sources());

  @ParameterizedTest
  @CsvSource({
    "BE,,,,, BE",
    "bel,,,,, BE",
    "Belgien,,,,, BE",
    "BE, BRU,,,, BE-BRU",
    "BE, BE-BRU,,,, BE-BRU",
    "US, California,,,, US-CA",
    "BE,, Ghent,,, BE-VOV-ghent",
    "GB,, Birmingham,,, GB-BIR",
    "US,, Birmingham,,, US-AL-birmingham",
    "BE,, Atlantis,,, BE",
    "BE,,, 50.85, 4.33, BE-BRU-molenbeek",
    ",,, 50.85, 4.33, BE-BRU-molenbeek",
    "FR,,, 50.85, 4.33, FR",
  })
  void shouldFindWhatAllOfAnAddressAgreesWith(
      String country, String area, String town, Double lat, Double lon, String region) {
    assertThat(places.of(new Address(country, area, town, lat, lon))).contains(region);
  }

  @Test
  void shouldFindNothingInACountryThatIsNone() {
    assertThat(places.of(new Address("Atlantis", null, "Ghent", 50.85, 4.33))).isEmpty();
    assertThat(places.of(new Address(null, null, null, -60.0, 0.0))).isEmpty();
    assertThat(places.of(new Address(null, null, null, null, null))).isEmpty();
  }

  @Test
  void shouldNotGuessBetweenPlacesOfOneName() {
    assertThat(places.named(null, "Birmingham")).isEmpty();
    assertThat(places.named("GB", "Birmingham")).contains("GB-BIR");
    assertThat(places.named(null, "Molenbeek-Saint-Jean")).contains("BE-BRU-molenbeek");
  }

  @Test
  void shouldKeepTheNarrowestOfRegions() {
    assertThat(places.narrowest(List.of("BE", "BE-BRU-molenbeek", "FR", "BE-BRU", "FR")))
        .containsExactly("BE-BRU-molenbeek", "FR");
  }

  @ParameterizedTest
  @CsvSource({
    "Islamic State, isil",
    "islamic state, isil",
    "TALIBAN, taliban",
    "ISIS, isil",
    "Revolutionary Armed Forces of Colombia, farc"
  })
  void shouldKnowOrganisationsByTheirNames(String name, String id) {
    assertThat(catalogue.named(name)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MIT", "ETA", "base", "IS", "Football Club", "", "isis"})
  void shouldNotTakeAWordForAnOrganisation(String name) {
    assertThat(catalogue.named(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.bbc.co.uk/news/1, bbc",
    "http://news.bbc.co.uk:80/x?y z, bbc",
    "https://someone.example.org/a, someone.example.org",
  })
  void shouldKnowAPublisherByItsAddress(String address, String id) {
    assertThat(publishers.ofAddress(address)).contains(id);
  }

  @Test
  void shouldKnowAPublisherByABareDomain_whereThatIsMeant() {
    assertThat(publishers.ofDomain("TheGuardian.com")).contains("guardian");
    assertThat(publishers.ofDomain("valley.example")).contains("valley.example");
    assertThat(publishers.ofDomain("BBC Monitoring")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:x:1",
        "BBC Monitoring",
        "http://",
        "https:///x",
        "http://a b/c",
        "file.html"
      })
  void shouldTakeNothingElseForAnAddress(String address) {
    assertThat(publishers.ofAddress(address)).isEmpty();
  }
}
