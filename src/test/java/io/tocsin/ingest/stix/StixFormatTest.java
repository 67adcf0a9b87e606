package io.tocsin.ingest.stix;

import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.document;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.events;
import static io.tocsin.ingest.Reading.file;
import static io.tocsin.ingest.Reading.format;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StixFormatTest {
  private static final String NAIROBI = "KE-30";
  private static final String REPORT =
      "{\"type\":\"report\",\"id\":\"report--1\",\"name\":\"n\",\"published\":\"2020-01-05T06:00:00Z\",";

  @Test
  void shouldReadAReportWithWhomAndWhereItsObjectsSay() {
    var event = events(file("stix/bundle.json", SOURCE)).get(0);

    assertThat(event.headline()).isEqualTo("Attack on an airstrip");
    assertThat(event.body()).isEqualTo("Fighters attacked before dawn.");
    assertThat(event.language()).isEqualTo("en");
    assertThat(event.publishedAt()).isEqualTo("2020-01-05T06:00:00Z");
    assertThat(event.entities()).containsExactly("al-shabaab");
    assertThat(event.attributes()).containsEntry("confidence", "80");
  }

  @Test
  void shouldTakeTheTargetForThePlace_andNotWhereSomebodyComesFrom() {
    assertThat(events(file("stix/bundle.json", SOURCE)).get(0).regions()).containsExactly(NAIROBI);
  }

  @Test
  void shouldNameNoPersons() {
    assertThat(events(file("stix/bundle.json", SOURCE)).toString()).doesNotContain("Nobody");
  }

  @Test
  void shouldKnowTheAuthorByItsIdentity_whereNobodyVouches() {
    var harvest = file("stix/bundle.json", NOBODY);

    assertThat(events(harvest)).first().extracting("source").isEqualTo("long-war-journal");
    assertThat(why(harvest)).contains("object 10: source must be given");
  }

  @Test
  void shouldReadARevokedReportAsARetraction() {
    var revoked = events(file("stix/bundle.json", SOURCE)).get(1);

    assertThat(revoked.isRetracted()).isTrue();
    assertThat(revoked.revision()).isEqualTo(24 * 60 * 60);
    assertThat(revoked.regions()).containsExactly("GB-NIR");
  }

  @Test
  void shouldCountAnEditWithinASecondAsARevision() {
    assertThat(events(file("stix/bundle.json", SOURCE)).get(0).revision()).isEqualTo(1);
  }

  @Test
  void shouldRefuseABadReportAlone() {
    assertThat(why(file("stix/bundle.json", SOURCE)))
        .isEqualTo(
            "object 11: published must be a date and time of ISO 8601, got 'one day';"
                + " published must be given; name must be given");
  }

  @Test
  void shouldReadABareReport() {
    var event = event(text(REPORT + "\"object_refs\":[\"location--none\"]}", SOURCE));

    assertThat(event.regions()).isEmpty();
  }

  @Test
  void shouldRefuseABundleWithoutReports() {
    var bundle = "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{\"type\":\"malware\"}]}";

    assertThat(why(text(bundle, SOURCE))).contains("objects must hold a report");
    assertThat(why(text("{\"type\":\"bundle\",\"objects\":7}", SOURCE))).contains("must be a list");
  }

  @Test
  void shouldBeToldByItsContent() {
    assertThat(format(document("stix/bundle.json"))).isEqualTo("stix");
  }
}
