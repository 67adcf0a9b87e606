package io.tocsin.api.read;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.deliver.live.Dropped;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamRoutesTest {
  private final FakeTopics topics = new FakeTopics(4);
  private final Readable readable = Readable.of(topics);
  private int count;

  @AfterEach
  void close() {
    readable.close();
  }

  private String tell(String region, Level to) {
    var change = change("isil", region, ++count, LOW, to, NOON.plusSeconds(count));
    topics.tell(change);
    return change.id();
  }

  /** One of 100 kB: what a socket takes before it blocks is many of the usual ones. */
  private static AlertLevelChange large(int number) {
    var c = change("isil", "GB-BIR", number, LOW, SEVERE, NOON);
    return new AlertLevelChange(
        c.id(),
        c.entity(),
        c.region(),
        c.sequence(),
        c.previousLevel(),
        c.level(),
        c.declared(),
        c.reported(),
        c.score(),
        c.probability(),
        c.cause(),
        "x".repeat(100_000),
        c.effectiveAt(),
        c.emittedAt(),
        c.evidence(),
        c.rest(),
        c.declarations(),
        c.held(),
        c.nextFallAt(),
        c.policyVersion(),
        c.previousId());
  }

  private EventSource listen(String query, String lastId) {
    var source =
        EventSource.open(
            readable.server.client(),
            "http://127.0.0.1:" + readable.server.port() + StreamRoutes.STREAM + query,
            lastId);
    if (lastId == null && !query.contains("since")) {
      await().pollDelay(Duration.ZERO).until(() -> source.lastId != null);
    }
    return source;
  }

  private static List<String> ids(EventSource source) {
    return source.events.stream()
        .filter(event -> event.type().equals("change"))
        .map(event -> event.data().replaceAll(".*?\"id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private static void awaitIds(EventSource source, String... ids) {
    await()
        .pollDelay(Duration.ZERO)
        .untilAsserted(() -> assertThat(ids(source)).containsExactly(ids));
  }

  @Test
  void shouldTellOfAChange_withTheNamesOfItsSubject() {
    try (var source = listen("", null)) {
      var id = tell("GB-BIR", SEVERE);

      awaitIds(source, id);
      assertThat(source.events.get(0).data())
          .startsWith("{\"entityName\":\"Islamic State\",\"regionName\":\"Birmingham\",\"id\":")
          .contains("\"effectiveAt\":\"2015-12-05T12:00:01.000Z\"");
    }
  }

  @Test
  void shouldGoOnWhereItLeftOff_byHeaderOrParameter() {
    String place;
    String first;
    try (var source = listen("", null)) {
      first = tell("GB-BIR", SEVERE);
      awaitIds(source, first);
      place = source.lastId;
    }
    var missed = tell("GB-BIR", MODERATE);

    try (var byHeader = listen("", place);
        var byParameter = listen("?lastEventId=" + place, null);
        var headerFirst = listen("?lastEventId=zzz", place)) {
      var next = tell("GB-BIR", LOW);
      awaitIds(byHeader, missed, next);
      awaitIds(byParameter, missed, next);
      awaitIds(headerFirst, missed, next);
    }
  }

  @Test
  void shouldTellWhatIsAskedForAlone() {
    try (var source = listen("?region=United+Kingdom&min-level=severe&levels=true", null)) {
      tell("FR", SEVERE);
      tell("GB-BIR", MODERATE);
      var id = tell("GB-BIR", SEVERE);

      await().untilAsserted(() -> assertThat(source.events).hasSize(2));
      assertThat(ids(source)).containsExactly(id);
      assertThat(source.events.get(1).type()).isEqualTo("level");
    }
  }

  @Test
  void shouldTellThePast_whereAMomentIsGiven() {
    tell("GB-BIR", SEVERE);
    var second = tell("GB-BIR", MODERATE);

    try (var source = listen("?since=2015-12-05T12:00:02Z", null)) {
      awaitIds(source, second);
    }
  }

  @Test
  void shouldResetAndGoOn_whenTheLastEventIdIsStrange() {
    try (var source = listen("", "not-ours")) {
      await().until(() -> !source.events.isEmpty());
      assertThat(source.events.get(0).type()).isEqualTo("reset");
      assertThat(source.events.get(0).data()).contains("last event id", "/api/v1/levels");

      awaitIds(source, tell("GB-BIR", SEVERE));
    }
  }

  @Test
  void shouldForgetAClient_onceItHasGone() throws IOException {
    try (var socket = new Socket("127.0.0.1", readable.server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + StreamRoutes.STREAM + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      await().until(() -> readable.live.listeners() == 1);
      socket.setSoLinger(true, 0);
    }

    await()
        .untilAsserted(
            () -> {
              tell("GB-BIR", SEVERE);
              assertThat(readable.live.listeners()).isZero();
            });
  }

  @Test
  void shouldDropWhoReadsNothing_andEndAllTheSame() throws IOException {
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress("127.0.0.1", readable.server.port()));
      socket
          .getOutputStream()
          .write(
              ("GET " + StreamRoutes.STREAM + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      await().until(() -> readable.live.listeners() == 1);

      await()
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> {
                topics.alert(large(++count));
                return readable.live.dropped().get(Dropped.TOO_SLOW) == 1;
              });

      assertThat(readable.live.listeners()).isZero();
      assertThatCode(readable::close).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldEndTheStreamWithAReason_whenTheServerEnds() {
    try (var source = listen("", null)) {
      readable.live.close();

      await().until(() -> source.ended);
      assertThat(source.events.get(0))
          .satisfies(event -> assertThat(event.type()).isEqualTo("dropped"))
          .satisfies(event -> assertThat(event.data()).contains("closing"));
    }
  }

  @Test
  void shouldRefuseParametersThatAreWrong_beforeAnythingIsSent() {
    for (var query : List.of("?until=2015-12-05T12:00:00Z", "?region=Atlantis", "?levels=some")) {
      assertThat(readable.server.get(StreamRoutes.STREAM + query).statusCode())
          .as(query)
          .isEqualTo(400);
    }
  }
}
