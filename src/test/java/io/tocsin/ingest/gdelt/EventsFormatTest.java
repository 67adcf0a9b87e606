package io.tocsin.ingest.gdelt;

import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.events;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import io.tocsin.ingest.format.Document;
import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsFormatTest {

  @Test
  void shouldReadAnEventAsAReportOfItsSite() {
    var event = event(text(Rows.event(Map.of()), NOBODY));

    assertThat(event.id()).isEqualTo("gdelt:900000001");
    assertThat(event.source()).isEqualTo("birmingham-mail");
    assertThat(event.publishedAt()).isEqualTo("2015-12-06T07:15:00Z");
    assertThat(event.category()).isEqualTo(Category.ATTACK);
    assertThat(event.regions()).containsExactly("GB-BIR");
    assertThat(event.url()).isEqualTo("https://www.birminghammail.co.uk/news/1");
    assertThat(event.attributes())
        .containsEntry("goldsteinScale", "-10.0")
        .containsEntry("numMentions", "12")
        .containsEntry("eventCode", "183");
  }

  @Test
  void shouldNotNameTheActors_whoMayBePersons() {
    assertThat(event(text(Rows.event(Map.of(6, "A NAME")), NOBODY)).toString())
        .doesNotContain("A NAME");
  }

  @Test
  void shouldKnowAnActorOfTheCatalogue() {
    assertThat(event(text(Rows.event(Map.of(6, "TALIBAN")), NOBODY)).entities())
        .containsExactly("taliban");
  }

  @ParameterizedTest
  @CsvSource({
    "1383, THREAT",
    "145, OTHER",
    "151, WARNING",
    "1711, RAID",
    "173, ARREST",
    "116, COURT",
    "185, ATTEMPT",
    "1831, ATTACK",
    "190, ATTACK",
    "202, ATTACK"
  })
  void shouldTellTheKindByTheLongestCodeKnown(String code, Category category) {
    assertThat(event(text(Rows.event(Map.of(26, code)), NOBODY)).category()).isEqualTo(category);
  }

  @Test
  void shouldCountRowsThatSayNothingOfAThreatInOneRefusal() {
    var rows =
        Rows.event(Map.of(26, "042"))
            + "\n"
            + Rows.event(Map.of())
            + "\n"
            + Rows.event(Map.of(26, "010"));

    var harvest = text(rows, NOBODY);

    assertThat(harvest.records()).hasSize(1);
    assertThat(why(harvest))
        .isEqualTo("2 of 3 rows: eventCode must be of a kind that says something of a threat");
  }

  @Test
  void shouldCountForBackground_whatWasLongBeforeItsReport() {
    assertThat(event(text(Rows.event(Map.of(1, "20141206")), NOBODY)).category())
        .isEqualTo(Category.BACKGROUND);
    assertThat(event(text(Rows.event(Map.of(1, "20151130")), NOBODY)).category())
        .isEqualTo(Category.ATTACK);
  }

  @ParameterizedTest
  @CsvSource({
    // a country's middle is no place in it
    "1, 'United Kingdom', UK, UK, 54, -2, GB",
    "2, 'California, United States', US, USCA, 36.17, -119.7, US-CA",
    "3, 'Chicago, Illinois, United States', US, USIL, 41.85, -87.65, US-IL-chicago",
    "3, 'Birmingham, Alabama, United States', US, USAL, 33.52, -86.8, US-AL-birmingham",
    // near a city that is known
    "4, 'Brunswick West, Victoria, Australia', AS, AS07, -37.78, 144.93, AU-VIC-melbourne",
    // near none: the area
    "4, 'Mildura, Victoria, Australia', AS, AS07, -34.18, 142.16, AU-VIC",
    "5, 'Bavaria, Germany', GM, GM02, 49, 11.5, DE-BY",
    // area unknown: the country
    "4, 'Nowhere, Nothing, Nigeria', NI, NI99, 1, 1, NG"
  })
  void shouldFindTheNarrowestRegionThatIsSure(
      String type,
      String name,
      String country,
      String area,
      String lat,
      String lon,
      String region) {
    var row = Rows.event(Map.of(51, type, 52, name, 53, country, 54, area, 56, lat, 57, lon));

    assertThat(event(text(row, NOBODY)).regions()).containsExactly(region);
  }

  @Test
  void shouldTakeTheDomainForASourceThatIsNotKnown_andTheSpeakerWhereThereIsNone() {
    var unknown = Rows.event(Map.of(60, "http://www.valley-herald.example.com/a b"));

    assertThat(event(text(unknown, SOURCE)).source()).isEqualTo("valley-herald.example.com");
    assertThat(event(text(Rows.event(Map.of(60, "BBC Monitoring")), SOURCE)).source())
        .isEqualTo("courier");
    assertThat(event(text(Rows.event(Map.of(60, "BBC Monitoring")), NOBODY)).source())
        .isEqualTo("gdelt");
  }

  @Test
  void shouldTakeEventsOfOneKindDayAndPlaceForCopies_whoeverTellsThem() {
    var rows =
        String.join(
            "\n",
            Rows.event(Map.of()),
            Rows.event(Map.of(0, "2", 26, "180", 60, "https://www.bbc.co.uk/news/2")),
            Rows.event(Map.of(0, "3", 1, "20151205")),
            Rows.event(Map.of(0, "4", 26, "190")));

    assertThat(events(text(rows, NOBODY)))
        .extracting(NewsEvent::story)
        .containsExactly(
            "gdelt:20151206:18:GB-BIR",
            "gdelt:20151206:18:GB-BIR",
            "gdelt:20151205:18:GB-BIR",
            "gdelt:20151206:19:GB-BIR");
  }

  @Test
  void shouldRefuseABadRowAlone_inAHundredThousand() {
    var rows = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      rows.append(Rows.event(Map.of(0, i == 77_000 ? "x" : String.valueOf(i)))).append('\n');
    }

    var harvest = text(rows.toString(), NOBODY);

    assertThat(harvest.records()).hasSize(99_999);
    assertThat(why(harvest)).isEqualTo("row 77001: globalEventId must be a number, got 'x'");
  }

  @Test
  void shouldRefuseRowsThatAreNoneWithTheReason() {
    var good = Rows.event(Map.of());
    var rows =
        String.join(
            "\n",
            good,
            good + "\tone more",
            "\t".repeat(100_000),
            Rows.event(Map.of(53, "ZZ")),
            Rows.event(Map.of(53, "", 52, "", 51, "0")),
            Rows.event(Map.of(59, "20151306071500")),
            Rows.event(Map.of(1, "20150231")),
            "x".repeat(1_100_000));

    var harvest = text(rows, NOBODY);

    assertThat(harvest.records()).hasSize(1);
    assertThat(why(harvest))
        .contains("row 2: cells must be 61, got '62'")
        .contains("row 3: cells must be 61, got 'more than 100'")
        .contains("row 4: actionGeo must lie in a country that we know, got 'ZZ Birmingham")
        .contains("row 5: actionGeo must lie in a country")
        .contains("row 6: dateAdded must be a time")
        .contains("row 7: sqlDate must be a day")
        .contains("row 8: bytes must be at most 1048576");
  }

  @Test
  void shouldRefuseARowThatIsNotUtf8_andNotTheNext() {
    var rows = (Rows.event(Map.of(6, "CAF\u00c9")) + "\n" + Rows.event(Map.of()));
    var document = new Document("rows", null, rows.getBytes(StandardCharsets.ISO_8859_1));

    var harvest = Reading.read(document, NOBODY);

    assertThat(harvest.records()).hasSize(1);
    assertThat(why(harvest)).isEqualTo("row 1: row must be UTF-8");
  }
}
