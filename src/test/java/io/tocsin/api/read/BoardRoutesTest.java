package io.tocsin.api.read;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.CRITICAL;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.deliver.board.FakeTopics;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardRoutesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Readable readable;

  @BeforeAll
  static void start() {
    readable =
        Readable.of(
            new FakeTopics(4)
                .tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON))
                .tell(change("isil", "GB-BIR", 2, MODERATE, SEVERE, NOON.plusSeconds(60)))
                .tell(change("isil", "GB", 1, LOW, MODERATE, NOON.plusSeconds(60)))
                .tell(change("al-qaeda", "FR-75C", 1, LOW, CRITICAL, NOON.plusSeconds(90)))
                .tell(change("_", "BE-BRU", 0, LOW, LOW, NOON))
                .tell(change("*", "GB-BIR", 1, LOW, SEVERE, NOON.plusSeconds(60))));
  }

  @AfterAll
  static void close() {
    readable.close();
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> subjects(String query) {
    return subjects(json(readable.server.get("/api/v1/levels" + query)).path("levels"));
  }

  private static List<String> subjects(JsonNode rows) {
    var subjects = new ArrayList<String>();
    rows.forEach(
        row -> subjects.add(row.path("entity").asText() + "|" + row.path("region").asText()));
    return subjects;
  }

  @Test
  void shouldGiveIdsAndNamesAndTimesWithMilliseconds_forEachLevel() {
    var row = json(readable.server.get("/api/v1/levels?region=GB-BIR&entity=isil")).at("/levels/0");

    assertThat(row.path("entityName").asText()).isEqualTo("Islamic State");
    assertThat(row.path("regionName").asText()).isEqualTo("Birmingham");
    assertThat(row.path("level").asText()).isEqualTo("SEVERE");
    assertThat(row.path("gap").asInt()).isEqualTo(3);
    assertThat(row.path("effectiveAt").asText()).isEqualTo("2015-12-05T12:01:00.000Z");
  }

  @Test
  void shouldPutTheHighestFirst_whereNothingElseIsAskedFor() {
    assertThat(subjects(""))
        .containsExactly("al-qaeda|FR-75C", "*|GB-BIR", "isil|GB-BIR", "isil|GB", "_|BE-BRU");
    assertThat(subjects("?sort=-level").get(0)).isEqualTo("_|BE-BRU");
    assertThat(subjects("?sort=region").get(0)).isEqualTo("_|BE-BRU");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "?region=GB *|GB-BIR,isil|GB-BIR,isil|GB",
        "?region=United%20Kingdom&overall=false isil|GB-BIR,isil|GB",
        "?overall=true *|GB-BIR",
        "?entity=*&min-level=severe *|GB-BIR",
        "?min-level=CRITICAL al-qaeda|FR-75C",
        "?min-gap=4 al-qaeda|FR-75C",
        "?q=birming *|GB-BIR,isil|GB-BIR",
        "?q=ISLAMIC-state isil|GB-BIR,isil|GB",
        "?since=2015-12-05T12:01:30Z al-qaeda|FR-75C",
        "?until=2015-12-05T12:00:30%2B00:00 _|BE-BRU"
      })
  void shouldGiveWhatIsAskedForAlone(String query, String subjects) {
    assertThat(subjects(query)).containsExactly(subjects.split(","));
  }

  @Test
  void shouldLeadThroughTheWholeList_partByPart() {
    var seen = new ArrayList<String>();
    var path = "/api/v1/levels?limit=2";
    while (path != null) {
      var answer = readable.server.get(path);
      assertThat(json(answer).path("total").asInt()).isEqualTo(5);
      seen.addAll(subjects(json(answer).path("levels")));
      path =
          answer
              .headers()
              .firstValue("link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse(null);
    }

    assertThat(seen).isEqualTo(subjects(""));
  }

  @Test
  void shouldRefuseACursor_whereItIsOfAnotherListOrNoneAtAll() {
    var cursor = json(readable.server.get("/api/v1/levels?limit=1")).path("next").asText();

    for (var query : List.of("?region=GB&cursor=" + cursor, "?cursor=abc", "?cursor=%20!")) {
      var answer = readable.server.get("/api/v1/levels" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(json(answer).at("/problems/0/parameter").asText()).isEqualTo("cursor");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "limit=0!limit!whole number from 1 to 1000",
        "limit=many!limit!whole number",
        "min-level=hot!min-level!low, moderate",
        "min-gap=5!min-gap!from 0 to 4",
        "sort=colour!sort!level, score",
        "overall=maybe!overall!true or false",
        "since=yesterday!since!2015-12-05T11:00:00Z",
        "since=%2B1000000001-01-01T00:00:00Z!since!2015-12-05T11:00:00Z",
        "region=Birmingam!region!did you mean 'Birmingham'?",
        "entity=isill!entity!did you mean 'isil'?",
        "colour=red!colour!is no parameter here",
        "limit=1&limit=2!limit!must come once"
      })
  void shouldNameParameterValueAndRule_whenAParameterIsWrong(
      String query, String parameter, String rule) {
    var answer = readable.server.get("/api/v1/levels?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    var problem = json(answer).at("/problems/0");
    assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.path("rule").asText()).contains(rule);
  }

  @Test
  void shouldSayEverythingThatIsWrong_atOnce() {
    var answer = readable.server.get("/api/v1/alerts?limit=0&min-level=hot&x=1");

    assertThat(json(answer).path("problems")).hasSize(3);
  }

  @Test
  void shouldNotSendAgain_whatTheClientHas() {
    var first = readable.server.get("/api/v1/levels?region=GB");
    var tag = first.headers().firstValue("etag").orElseThrow();
    var date = first.headers().firstValue("last-modified").orElseThrow();

    var same = readable.server.get("/api/v1/levels?region=GB", "If-None-Match", "\"x\", " + tag);
    var other = readable.server.get("/api/v1/levels?region=FR", "If-None-Match", tag);
    var dated = readable.server.get("/api/v1/levels?region=GB", "If-Modified-Since", date);
    var both =
        readable.server.get(
            "/api/v1/levels?region=GB", "If-None-Match", "\"x\"", "If-Modified-Since", date);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers().firstValue("etag")).hasValue(tag);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(dated.statusCode()).isEqualTo(304);
    assertThat(both.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("cache-control")).hasValue("private, no-cache");
  }

  @Test
  void shouldGiveChangesNewestFirst_andLeadOn() {
    var first = json(readable.server.get("/api/v1/alerts?limit=3"));
    var rest =
        json(readable.server.get("/api/v1/alerts?limit=3&cursor=" + first.path("next").asText()));

    assertThat(subjects(first.path("alerts")).get(0)).isEqualTo("al-qaeda|FR-75C");
    assertThat(first.path("alerts")).hasSize(3);
    assertThat(subjects(rest.path("alerts"))).hasSize(2).endsWith("isil|GB-BIR");
    assertThat(rest.has("next")).isFalse();
    assertThat(rest.has("heldSince")).isFalse();
  }

  @Test
  void shouldChooseChangesByWhereTheyCameFromToo() {
    var answer = json(readable.server.get("/api/v1/alerts?min-level=severe&entity=isil"));

    assertThat(subjects(answer.path("alerts"))).containsExactly("isil|GB-BIR");
    assertThat(answer.at("/alerts/0/previousLevel").asText()).isEqualTo("MODERATE");
  }

  @Test
  void shouldGiveAChangeInFull_withTheNamesOfItsIds() {
    var answer = readable.server.get("/api/v1/alerts/isil-GB-BIR-2");

    assertThat(json(answer).at("/change/id").asText()).isEqualTo("isil-GB-BIR-2");
    assertThat(json(answer).at("/names/GB").asText()).isEqualTo("United Kingdom");
    assertThat(readable.server.get("/api/v1/alerts/none").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSaySinceWhenItHoldsAll_whereMoreIsAskedForThanItHolds() {
    var topics = new FakeTopics(2);
    for (int i = 1; i <= 9; i++) {
      topics.alert(change("isil", "GB", i, LOW, SEVERE, NOON.plusSeconds(i)));
    }
    try (var small = Readable.of(topics, 3)) {
      var all = json(small.server.get("/api/v1/alerts"));
      var late = json(small.server.get("/api/v1/alerts?since=2015-12-05T12:00:08Z"));

      assertThat(all.path("alerts")).hasSize(3);
      assertThat(all.path("heldSince").asText()).isEqualTo("2015-12-05T12:00:06.001Z");
      assertThat(all.path("older").asText()).contains("may be missing");
      assertThat(late.path("alerts")).hasSize(2);
      assertThat(late.has("older")).isFalse();
      assertThat(small.server.get("/api/v1/alerts/isil-GB-1").body())
          .contains("2015-12-05T12:00:06.001Z");
    }
  }

  @Test
  void shouldNotAnswerHalf_beforeTheBoardHasCaughtUp() {
    try (var early = Readable.thatIsNotReady()) {
      for (var path : List.of("levels", "alerts", "alerts/x", "subjects/isil/GB")) {
        var answer = early.server.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
      }
    }
  }

  @Test
  void shouldAnswerHeadWithoutABody() {
    var head =
        readable.server.send(
            readable
                .server
                .to("/api/v1/levels")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("etag")).isPresent();
    assertThat(head.body()).isEmpty();
  }
}
