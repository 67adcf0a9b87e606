package io.tocsin.ingest.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.ingest.Reading;
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapFormatTest {
  private static final String ALERT =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>i1</identifier>
      <sender>a@x.example</sender><sent>2015-12-05T18:00:00-00:00</sent><status>Actual</status>
      <msgType>Alert</msgType><scope>Public</scope><info><category>Security</category>
      <event>Threat</event><urgency>Immediate</urgency><severity>Severe</severity>
      <certainty>Likely</certainty>%s</info></alert>""";

  @Test
  void shouldWarnInEnglish_whenAnAuthorityUpdatesAnAlert() {
    var statement = Reading.statement(Reading.file("cap/warning.xml", Reading.AUTHORITY));

    assertThat(statement.id()).isEqualTo("home-office:ho-2015-7");
    assertThat(statement.action()).isEqualTo(Action.WARN);
    assertThat(statement.level()).isEqualTo(Level.SEVERE);
    assertThat(statement.regions()).containsExactly("GB-BIR");
    assertThat(statement.references())
        .containsExactly("home-office:ho-2015-5", "home-office:ho-2015-6");
    assertThat(statement.issuedAt()).isEqualTo("2015-12-05T18:00:00Z");
    assertThat(statement.expiresAt()).isEqualTo("2015-12-08T18:00:00Z");
    assertThat(statement.text())
        .isEqualTo(
            "Stay away from markets\nInformation points to a plan against a market.\n"
                + "Report what you see.");
    assertThat(statement.url()).isEqualTo("https://office.example/7");
    assertThat(statement.attributes()).containsEntry("cap.msgType", "Update");
  }

  @Test
  void shouldReportTheSameAlert_whenNoAuthorityVouchesForIt() {
    var event = Reading.event(Reading.file("cap/warning.xml", Reading.NOBODY));

    assertThat(event.source()).isEqualTo("alerts@office.example");
    assertThat(event.category()).isEqualTo(Category.WARNING);
    assertThat(event.headline()).isEqualTo("Stay away from markets");
    assertThat(event.story()).isEqualTo("alerts@office.example:ho-2015-5");
    assertThat(event.regions()).containsExactly("GB-BIR");
    assertThat(event.language()).isEqualTo("en-GB");
  }

  @Test
  void shouldCancelEachAlertByItsOwnId_whenAnAuthorityCancels() {
    var harvest = Reading.file("cap/cancel.xml", Reading.AUTHORITY);

    assertThat(harvest.refusals()).isEmpty();
    assertThat(harvest.records())
        .extracting("id")
        .containsExactly("home-office:ho-2015-6", "home-office:ho-2015-7");
    assertThat(harvest.records())
        .allSatisfy(
            record -> {
              var statement = (OfficialStatement) record;
              assertThat(statement.isCancelled()).isTrue();
              assertThat(statement.revision()).isOne();
              assertThat(statement.issuedAt()).isEqualTo("2015-12-06T07:00:00Z");
            });
  }

  @Test
  void shouldRetractEachReport_whenASourceCancels() {
    var harvest = Reading.file("cap/cancel.xml", Reading.SOURCE);

    assertThat(Reading.events(harvest))
        .extracting(NewsEvent::id, NewsEvent::status, NewsEvent::revision)
        .containsExactly(
            tuple("courier:ho-2015-6", NewsEvent.Status.RETRACTED, 1),
            tuple("courier:ho-2015-7", NewsEvent.Status.RETRACTED, 1));
  }

  @Test
  void shouldFindEachAlertAndRefuseTheExercise_whenAFeedHoldsSeveral() {
    var harvest = Reading.file("cap/bundle.xml", Reading.AUTHORITY);

    assertThat(harvest.records()).hasSize(1);
    var statement = (OfficialStatement) harvest.records().get(0);
    assertThat(statement.action()).isEqualTo(Action.COMMENT);
    assertThat(statement.regions()).contains("GB-BIR").doesNotContain("GB-COV");
    assertThat(Reading.why(harvest))
        .isEqualTo(
            "alert 2: status must be Actual: nothing else is meant to count, got 'Exercise'");
  }

  @ParameterizedTest
  @CsvSource({
    "Security, Severe, Likely, Immediate, None, WARN, SEVERE",
    "Security, Extreme, Possible, Future, None, WARN, CRITICAL",
    "CBRNE, Severe, Observed, Expected, Shelter, WARN, SEVERE",
    "Security, Moderate, Observed, Expected, None, WARN, SUBSTANTIAL",
    "Security, Moderate, Possible, Expected, None, COMMENT,",
    "Security, Moderate, Likely, Future, None, COMMENT,",
    "Security, Minor, Observed, Immediate, None, COMMENT,",
    "Security, Unknown, Observed, Immediate, None, COMMENT,",
    "Security, Extreme, Unlikely, Immediate, None, COMMENT,",
    "Security, Extreme, Unknown, Immediate, None, COMMENT,",
    "Security, Extreme, Observed, Past, None, COMMENT,",
    "Security, Minor, Unlikely, Past, AllClear, ALL_CLEAR,",
    "Met, Extreme, Observed, Immediate, None, COMMENT,",
    "Met, Minor, Observed, Past, AllClear, COMMENT,",
  })
  void shouldActByTheTable(
      String category,
      String severity,
      String certainty,
      String urgency,
      String response,
      Action action,
      Level level) {
    var alert =
        ALERT
            .formatted("")
            .replace("Security", category)
            .replace("Severe", severity)
            .replace("Likely", certainty)
            .replace(
                "<urgency>Immediate",
                "<responseType>" + response + "</responseType><urgency>" + urgency);

    var statement = Reading.statement(Reading.text(alert, Reading.AUTHORITY));

    assertThat(statement.action()).isEqualTo(action);
    assertThat(statement.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<geocode><valueName>ISO 3166-1</valueName><value>fr</value></geocode>|FR",
        "<geocode><valueName>SAME</valueName><value>006109</value></geocode>|US-CA",
        "<geocode><valueName>SAME</valueName><value>000000</value></geocode>|US",
        "<geocode><valueName>FIPS6</valueName><value>006009</value></geocode>|US-CA",
        "<geocode><valueName>UGC</valueName><value>MTZ051</value></geocode>|US-MT",
        "<geocode><valueName>profile:CAP-CP:Location:0.3</valueName><value>3520005</value></geocode>|CA-ON",
        "<geocode><valueName>WARNCELLID</valueName><value>113004000</value></geocode>|DE-MV",
        "<geocode>FIPS6=006009</geocode>|US-CA",
        "<circle>52.48,-1.89 0</circle>|GB-ENG",
        "<circle>52.48,-1.89 5</circle>|GB-BIR",
        "<polygon>48.7,2.1 48.7,2.5 49.0,2.5 49.0,2.1</polygon>|FR-75C",
      })
  void shouldFindTheRegion_whenAnAreaHasCodesOrAShape(String where, String region) {
    var area = "<area><areaDesc>the area</areaDesc>" + where + "</area>";

    var statement = Reading.statement(Reading.text(ALERT.formatted(area), Reading.AUTHORITY));

    assertThat(statement.regions()).contains(region);
  }

  @ParameterizedTest
  @CsvSource({"Birmingham, GB-BIR", "State of California, US-CA", "U.S. nationwide, US"})
  void shouldFindTheRegionByName_whenAnAreaHasNoCode(String name, String region) {
    var area = "<area><areaDesc>" + name + "</areaDesc></area>";

    var statement = Reading.statement(Reading.text(ALERT.formatted(area), Reading.AUTHORITY));

    assertThat(statement.regions()).contains(region);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<areaDesc>Atlantis</areaDesc>|area is no region",
        "<areaDesc>Paris; London</areaDesc>|area is no region",
        "<areaDesc>x</areaDesc><circle>0.0,-150.0 10</circle>|area is no region",
        "<areaDesc>x</areaDesc><polygon>1,2 3,4</polygon>|polygon must have 3 to",
        "<areaDesc>x</areaDesc><polygon>99,2 3,4 5,6</polygon>|polygon must be a number from -90 to 90",
        "<areaDesc>x</areaDesc><circle>52.48,-1.89</circle>|circle must be lat,lon and a radius",
        "<areaDesc>x</areaDesc><circle>NaN,-1.89 3</circle>|circle must be a number",
      })
  void shouldSayWhy_whenAnAreaIsNoRegion(String area, String why) {
    var harvest = Reading.text(ALERT.formatted("<area>" + area + "</area>"), Reading.AUTHORITY);

    assertThat(harvest.records()).isEmpty();
    assertThat(Reading.why(harvest)).contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Test", "Exercise", "Draft", "System"})
  void shouldRefuse_whenTheStatusIsNotActual(String status) {
    var harvest = Reading.text(ALERT.formatted("").replace("Actual", status), Reading.AUTHORITY);

    assertThat(harvest.records()).isEmpty();
    assertThat(Reading.why(harvest)).contains("status must be Actual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ack", "Error"})
  void shouldRefuse_whenAMessageOnlyAnswersAnother(String type) {
    var harvest =
        Reading.text(ALERT.formatted("").replace(">Alert<", ">" + type + "<"), Reading.AUTHORITY);

    assertThat(Reading.why(harvest)).contains("msgType says nothing of the world");
  }

  @Test
  void shouldNameAllThatIsMissing_whenAnAlertIsIncomplete() {
    var harvest =
        Reading.text(
            "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><sent>soon</sent>"
                + "<msgType>Shout</msgType></alert>",
            Reading.AUTHORITY);

    assertThat(harvest.refusals().get(0).problems())
        .extracting("field")
        .isEqualTo(List.of("identifier", "sender", "status", "sent", "msgType"));
  }

  @Test
  void shouldRefuseWhatTocsinItselfToldOfALevel() {
    var area =
        "<area><areaDesc>Birmingham</areaDesc><geocode><valueName>ISO3166-2</valueName>"
            + "<value>GB-BIR</value></geocode><geocode><valueName>tocsin</valueName>"
            + "<value>GB-BIR</value></geocode></area>";

    assertThat(Reading.why(Reading.text(ALERT.formatted(area), Reading.SOURCE)))
        .contains("geocode must not be there: a level that was worked out is no news");
  }

  @Test
  void shouldRefuse_whenACancelNamesNothing() {
    var alert = ALERT.formatted("").replace(">Alert<", ">Cancel<");

    assertThat(Reading.why(Reading.text(alert, Reading.AUTHORITY)))
        .contains("references must name the alerts");
    assertThat(Reading.why(Reading.text(alert, Reading.SOURCE)))
        .contains("references must name the alerts");
  }

  @Test
  void shouldNotTakeARootForAnAlert_whenItHasNoNamespaceOfCap() {
    var harvest = Reading.text("<alert><identifier>1</identifier></alert>", Reading.AUTHORITY);

    assertThat(Reading.why(harvest)).contains("alert must be there, in a namespace of CAP");
  }
}
