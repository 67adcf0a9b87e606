package io.tocsin.ingest.ninjs;

import static io.tocsin.ingest.Reading.AUTHORITY;
import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.events;
import static io.tocsin.ingest.Reading.file;
import static io.tocsin.ingest.Reading.statement;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import io.tocsin.model.Action;
import io.tocsin.model.NewsEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsFormatTest {

  @Test
  void shouldReadAnItemOfVersion1() {
    var event = event(file("ninjs/agency-1.json", SOURCE));

    assertThat(event.id()).isEqualTo("courier:urn:example:courier:20151206:harbour");
    assertThat(event.source()).isEqualTo("courier");
    assertThat(event.headline()).isEqualTo("Two held after raid near the canal");
    assertThat(event.body()).isEqualTo("Police said two people were held.");
    assertThat(event.language()).isEqualTo("en-GB");
    assertThat(event.publishedAt()).isEqualTo("2015-12-06T06:10:00Z");
    assertThat(event.revision()).isZero();
    assertThat(event.attributes())
        .containsEntry("subjects", "police")
        .containsEntry("version", "1");
  }

  @Test
  void shouldNameOnlyWhatTheItemIsAbout_andOnlyWhereThatIsSure() {
    var event = event(file("ninjs/agency-1.json", SOURCE));

    assertThat(event.regions()).containsExactly("BE-BRU-molenbeek");
    assertThat(event.entities()).containsExactly("isil");
    assertThat(event.toString()).doesNotContain("Somebody");
  }

  @Test
  void shouldReadAHigherVersionAsARevision() {
    var corrected = events(file("ninjs/agency-3.json", SOURCE)).get(0);

    assertThat(corrected.revision()).isEqualTo(4);
    assertThat(corrected.publishedAt()).isEqualTo("2015-12-06T04:00:00Z");
    assertThat(corrected.revisedAt()).isEqualTo("2015-12-06T06:30:00Z");
    assertThat(corrected.headline()).isEqualTo("Three held, not two, after raid");
    assertThat(corrected.body()).isEqualTo("Three people & a dog.\nNo more is known.");
    assertThat(corrected.regions()).containsExactly("BE-VOV-ghent");
    assertThat(corrected.attributes()).containsKey("edNote");
  }

  @Test
  void shouldReadACancelledItemAsARetraction_thoughItSaysNothingElse() {
    var harvest = file("ninjs/agency-3.json", SOURCE);

    var killed = events(harvest).get(1);
    assertThat(killed.status()).isEqualTo(NewsEvent.Status.RETRACTED);
    assertThat(killed.revision()).isEqualTo(2);
    assertThat(killed.id()).isEqualTo("courier:https://agency.example.com/items/78");
  }

  @Test
  void shouldPutARetractionWithoutANumberAboveAllRevisions() {
    var killed = event(text("{\"uri\":\"urn:x:1\",\"pubstatus\":\"canceled\"}", SOURCE));

    assertThat(killed.isRetracted()).isTrue();
    assertThat(killed.revision()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void shouldRefuseWhatIsUnderEmbargo_andReadItOnceThatIsOver() {
    var harvest = file("ninjs/agency-3.json", SOURCE);

    assertThat(why(harvest))
        .isEqualTo(
            "item 3: embargoed must be over: send it again then, got '2015-12-06T09:00:00Z'");
    var item =
        "{\"uri\":\"urn:x:1\",\"title\":\"Told\",\"embargoed\":\"" + Reading.RECEIVED + "\"}";
    assertThat(event(text(item, SOURCE)).headline()).isEqualTo("Told");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\":\"urn:x:1\",\"title\":42}|title must be a string",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"pubstatus\":\"withheld\"}|pubstatus must be usable",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"pubstatus\":\"commissioned\"}|pubstatus must be one of",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"type\":\"event\"}|not of the diary",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"urgency\":0}|urgency must be a number in [1, 9]",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"firstcreated\":\"soon\"}|firstcreated must be a date",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"place\":[{\"geojson\":{\"type\":\"Foo\"}}]}|GeoJSON",
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"subjects\":\"crime\"}|subjects must be a list",
        "{\"uri\":\"urn:x:1\"}|headline must be given",
        "{\"uri\":\"\",\"title\":\"t\"}|uri must be given",
        "[{\"uri\":\"urn:x:1\",\"title\":\"t\"},7]|item 2: item must be an object",
        "{\"uri\":\"urn:x:1\",\"title\":\"half \\ud83d\"}|half a surrogate pair",
      })
  void shouldRefuseWithTheReason(String given) {
    var parts = given.split("\\|");

    assertThat(why(text(parts[0], SOURCE))).contains(parts[1]);
  }

  @Test
  void shouldTakeTheLeadForAHeadline_whereThereIsNone() {
    var item = "{\"uri\":\"urn:x:1\",\"body_text\":\"A bomb was found.\\nIt was old.\"}";

    assertThat(event(text(item, SOURCE)).headline()).isEqualTo("A bomb was found.");
  }

  @Test
  void shouldKnowThePublisherByTheAddress_whereNobodyVouchesForIt() {
    var known = "{\"uri\":\"https://www.bbc.co.uk/news/1\",\"title\":\"t\"}";
    var unknown = "{\"uri\":\"urn:x:1\",\"title\":\"t\"}";

    assertThat(event(text(known, NOBODY)).source()).isEqualTo("bbc");
    assertThat(why(text(unknown, NOBODY))).contains("source must be given");
  }

  @Test
  void shouldNotBelieveAnItemThatNamesAnotherSource_whereSomebodyVouchesForIt() {
    var item = "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"infosource\":[{\"name\":\"Reuters\"}]}";

    assertThat(event(text(item, SOURCE)).source()).isEqualTo("courier");
  }

  @Test
  void shouldReadAnAuthoritysItemAsACommentOfIts() {
    var statement = statement(file("ninjs/agency-1.json", AUTHORITY));

    assertThat(statement.authority()).isEqualTo("home-office");
    assertThat(statement.action()).isEqualTo(Action.COMMENT);
    assertThat(statement.text())
        .isEqualTo("Two held after raid near the canal\nPolice said two people were held.");
    var killed = "{\"uri\":\"urn:x:1\",\"pubstatus\":\"canceled\"}";
    assertThat(statement(text(killed, AUTHORITY)).isCancelled()).isTrue();
  }

  @Test
  void shouldTakeTheTimeOfReceipt_whereAnItemBearsNone() {
    var event = event(text("{\"uri\":\"urn:x:1\",\"title\":\"t\"}", SOURCE));

    assertThat(event.publishedAt()).isEqualTo(Reading.RECEIVED);
  }

  @Test
  void shouldNumberARevisionByItsTime_whereTheVersionIsNoNumber() {
    var item =
        "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"version\":\"late city\","
            + "\"firstcreated\":\"2015-12-06T06:00:00Z\",\"versioncreated\":\"2015-12-06T06:01:00Z\"}";

    var event = event(text(item, SOURCE));

    assertThat(event.revision()).isEqualTo(60);
    assertThat(event.revisedAt()).isEqualTo(Instant.parse("2015-12-06T06:01:00Z"));
  }

  @Test
  void shouldSupersedeWhatBearsTheTimeOfItsVersionAlone_whenALaterVersionComes() {
    var item = "{\"uri\":\"urn:x:1\",\"title\":\"t\",\"versioncreated\":\"%s\"%s}";

    var first = event(text(item.formatted("2015-12-06T06:00:00Z", ""), SOURCE));
    var again = event(text(item.formatted("2015-12-06T06:00:00Z", ""), SOURCE));
    var later = event(text(item.formatted("2015-12-06T06:00:01Z", ""), SOURCE));
    var canceled = ",\"pubstatus\":\"canceled\"";
    var gone = event(text(item.formatted("2015-12-06T07:00:00Z", canceled), SOURCE));
    var back = event(text(item.formatted("2015-12-06T08:00:00Z", ""), SOURCE));

    assertThat(first.publishedAt()).isEqualTo("2015-12-06T06:00:00Z");
    assertThat(again.revision()).isEqualTo(first.revision());
    assertThat(later.revision()).isGreaterThan(first.revision());
    assertThat(gone.isRetracted()).isTrue();
    assertThat(gone.revision()).isGreaterThan(later.revision());
    assertThat(back.revision()).isGreaterThan(gone.revision());
    assertThat(later.revisedAt()).isEqualTo("2015-12-06T06:00:01Z");
  }
}
