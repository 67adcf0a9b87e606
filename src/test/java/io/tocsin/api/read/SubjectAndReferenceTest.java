package io.tocsin.api.read;

import static io.tocsin.api.read.BoardRoutesTest.json;
import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectAndReferenceTest {
  private static Readable readable;

  @BeforeAll
  static void start() {
    readable =
        Readable.of(
            new FakeTopics(4)
                .tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON))
                .tell(change("isil", "GB-BIR", 2, MODERATE, SEVERE, NOON.plusSeconds(60)))
                .level(change("isil", "GB-BIR", 2, SEVERE, SEVERE, NOON.plusSeconds(90)))
                .tell(change("_", "FR", 1, LOW, MODERATE, NOON))
                .gone(new Subject("_", "FR")));
  }

  @AfterAll
  static void close() {
    readable.close();
  }

  @Test
  void shouldGiveStateTimelineAndNames_ofASubject() {
    var answer = readable.server.get("/api/v1/subjects/isil/GB-BIR");
    var subject = json(answer);

    assertThat(subject.path("entityName").asText()).isEqualTo("Islamic State");
    assertThat(subject.path("tracked").asBoolean()).isTrue();
    assertThat(subject.at("/state/effectiveAt").asText()).isEqualTo("2015-12-05T12:01:30.000Z");
    assertThat(subject.at("/timeline/0/sequence").asInt()).isEqualTo(2);
    assertThat(subject.path("timeline")).hasSize(2);
    assertThat(subject.at("/names/GB-BIR").asText()).isEqualTo("Birmingham");
    assertThat(answer.headers().firstValue("last-modified"))
        .hasValue("Sat, 05 Dec 2015 12:01:30 GMT");
  }

  @Test
  void shouldFindASubject_byNamesToo() {
    var subject = json(readable.server.get("/api/v1/subjects/Islamic%20State/Birmingham"));

    assertThat(subject.path("entity").asText()).isEqualTo("isil");
    assertThat(subject.path("region").asText()).isEqualTo("GB-BIR");
  }

  @Test
  void shouldKeepTheTimeline_ofASubjectThatIsNoLongerTracked() {
    var subject = json(readable.server.get("/api/v1/subjects/_/FR"));

    assertThat(subject.path("tracked").asBoolean()).isFalse();
    assertThat(subject.has("state")).isFalse();
    assertThat(subject.path("timeline")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "isil/Birmingam!no region is called 'Birmingam'; did you mean 'Birmingham'?",
        "isill/GB!no entity is called 'isill'; did you mean 'isil'?",
        "isil/FR!Islamic State in France is not tracked"
      })
  void shouldSayWhatIsNearest_whereThereIsNoSuchSubject(String path, String detail) {
    var answer = readable.server.get("/api/v1/subjects/" + path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("detail").asText()).contains(detail);
  }

  @Test
  void shouldHandOnTheExplanation() {
    var answer = readable.server.get("/api/v1/subjects/isil/Birmingham/explanation");

    assertThat(answer.body()).isEqualTo("{\"of\":\"isil|GB-BIR\"}");
    assertThat(readable.server.get("/api/v1/subjects/isil/GB/explanation?at=noon").statusCode())
        .isEqualTo(400);
  }

  @Test
  void shouldGiveRegionsWithNamesParentsAndPlaces() {
    var answer = readable.server.get("/api/v1/regions?within=GB&q=birmingham");
    var region = json(answer).at("/regions/0");

    assertThat(region.path("id").asText()).isEqualTo("GB-BIR");
    assertThat(region.path("parentName").asText()).isEqualTo("England");
    assertThat(region.path("lat").asDouble()).isBetween(52.0, 53.0);
    assertThat(region.path("lon").asDouble()).isBetween(-2.5, -1.5);
    assertThat(answer.headers().firstValue("cache-control")).hasValue("private, max-age=60");
    assertThat(region.has("aliases")).isFalse();
    assertThat(
            json(readable.server.get("/api/v1/regions?q=birmingham&aliases=true"))
                .at("/regions/0")
                .has("aliases"))
        .isTrue();
  }

  @Test
  void shouldGiveEverythingThereIs_whereNothingIsAskedFor() {
    var ids = new ArrayList<String>();
    var all = json(readable.server.get("/api/v1/regions"));
    all.path("regions").forEach(region -> ids.add(region.path("id").asText()));

    assertThat(ids).hasSize(Readable.REFERENCE.regions().all().size()).contains("GB", "BE-BRU");
    assertThat(all.path("total").asInt()).isEqualTo(ids.size());
    assertThat(json(readable.server.get("/api/v1/regions?kind=country&limit=3")).path("regions"))
        .hasSize(3)
        .allMatch(region -> region.path("kind").asText().equals("country"));
  }

  @Test
  void shouldGiveEntitiesSourcesAndAuthorities() {
    assertThat(json(readable.server.get("/api/v1/entities?q=daesh")).at("/entities/0/id").asText())
        .isEqualTo("isil");
    assertThat(
            json(readable.server.get("/api/v1/sources?q=guardian"))
                .at("/sources/0/reliability")
                .asText())
        .isEqualTo("B");
    assertThat(json(readable.server.get("/api/v1/authorities")).path("authorities")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"regions?within=Atlantis", "entities?kind=x", "sources?limit=0"})
  void shouldRefuseWhatCannotBeAsked(String path) {
    assertThat(readable.server.get("/api/v1/" + path).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldNotSendReferenceDataAgain_toWhoHasIt() {
    var tag = readable.server.get("/api/v1/entities").headers().firstValue("etag").orElseThrow();

    assertThat(readable.server.get("/api/v1/entities", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }
}
