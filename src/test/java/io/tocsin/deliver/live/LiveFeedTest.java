package io.tocsin.deliver.live;

import static io.tocsin.deliver.live.Server.soon;
import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.model.Level;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final FakeTopics topics = new FakeTopics(4);
  private Server server;
  private int count;

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  private void start(Limits limits) {
    server = new Server(topics, limits, 1);
  }

  private static Limits limits(int bytesEach, Duration heartbeat) {
    return new Limits(3, bytesEach, 1 << 20, heartbeat, Duration.ofMillis(100));
  }

  private String tell(String region, Level to) {
    return tell(region, to, NOON);
  }

  private String tell(String region, Level to, Instant at) {
    var change = change("isil", region, ++count, LOW, to, at);
    topics.tell(change);
    return change.id();
  }

  private static Choice.Terms inBirmingham(Level least) {
    return new Choice.Terms(null, "GB-BIR", least, 0, null, null, null);
  }

  private static void awaitChanges(Client client, String... ids) {
    soon()
        .untilAsserted(
            () -> {
              while (client.read()) {
                // all there is
              }
              assertThat(client.changes).containsExactlyInAnyOrder(ids);
            });
  }

  @Test
  void shouldHearWhatComesAndNothingBefore_whenAClientIsNew() {
    tell("GB-BIR", SEVERE);
    start(limits(10_000, SELDOM));
    var client = server.connect(new From.Now());
    soon().until(client::read);

    var id = tell("GB-BIR", MODERATE);

    awaitChanges(client, id);
    assertThat(client.lastId).isEqualTo(topics.span().end().toString());
  }

  @Test
  void shouldHearNoMoreThanItAskedFor_andStillStandBehindTheRest() {
    start(limits(10_000, Duration.ofMillis(5)));
    var client = server.connect(new From.Now(), inBirmingham(SEVERE), false);
    soon().until(client::read);

    tell("FR", SEVERE);
    tell("GB-BIR", MODERATE);
    var id = tell("GB-BIR", SEVERE);
    tell("FR", MODERATE);

    awaitChanges(client, id);
    var fresh = server.connect(new From.Now());
    soon().until(fresh::read);
    soon()
        .untilAsserted(
            () -> {
              client.read();
              assertThat(client.lastId).isEqualTo(fresh.lastId);
            });
    assertThat(client.changes).containsExactly(id);
  }

  @Test
  void shouldHearStatesToo_whereItAskedForThem() {
    start(limits(10_000, SELDOM));
    var with = server.connect(new From.Now(), inBirmingham(null), true);
    var without = server.connect(new From.Now(), inBirmingham(null), false);
    soon().until(with::read);
    soon().until(without::read);

    topics.level(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON));
    topics.level(change("isil", "FR", 1, LOW, MODERATE, NOON));
    var id = tell("GB-BIR", SEVERE);

    awaitChanges(without, id);
    soon()
        .untilAsserted(
            () -> {
              with.read();
              assertThat(with.others)
                  .containsExactly("heartbeat", "level isil|GB-BIR", "level isil|GB-BIR");
            });
    assertThat(with.changes).containsExactly(id);
    assertThat(without.others).containsExactly("heartbeat");
  }

  @Test
  void shouldBeToldThatTheConnectionStands_whileNothingComes() {
    start(limits(10_000, Duration.ofMillis(2)));
    var client = server.connect(new From.Now());

    for (int i = 0; i < 5; i++) {
      soon().until(client::read);
    }
    assertThat(client.others).hasSize(5).containsOnly("heartbeat");
    assertThat(client.lastId).isNotNull();
  }

  @Test
  void shouldBeSentAwayWithAReason_whenItReadsTooSlowly() {
    start(limits(400, SELDOM));
    var slow = server.connect(new From.Now());
    var quick = server.connect(new From.Now());
    soon().until(slow::read);
    soon().until(quick::read);
    var ids = new String[20];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tell("GB-BIR", SEVERE);
      soon().until(quick::read);
    }

    awaitChanges(quick, ids);
    assertThat(slow.read()).isTrue();
    assertThat(slow.read()).isFalse();
    assertThat(slow.isOver()).isTrue();
    assertThat(slow.others.get(1)).startsWith("dropped {\"reason\":\"too-slow\"");
    assertThat(slow.changes).isEmpty();
    assertThat(server.live.dropped()).containsEntry(Dropped.TOO_SLOW, 1L);
    assertThat(server.live.listeners()).isEqualTo(1);
  }

  @Test
  void shouldBeSentAway_whenItDoesNotReadThePastThatItAskedFor() {
    for (int i = 0; i < 100; i++) {
      tell("R" + i, SEVERE);
    }
    start(limits(400, SELDOM));
    var client = server.connect(new From.Place(topics.span().start()));

    soon().untilAsserted(() -> assertThat(client.isOver() || client.read()).isTrue());
    soon()
        .untilAsserted(() -> assertThat(server.live.dropped()).containsEntry(Dropped.TOO_SLOW, 1L));
  }

  @Test
  void shouldHearThePastInFullAtItsOwnPace_howeverLittleRoomItHas() {
    var ids = new String[100];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tell("R" + i, SEVERE);
    }
    start(limits(400, SELDOM));

    var client = server.connect(new From.Place(topics.span().start()));

    awaitChanges(client, ids);
  }

  @Test
  void shouldHearOfTheMomentAskedFor_outOfTheLog() {
    tell("GB-BIR", SEVERE, NOON.minusSeconds(1));
    var at = tell("GB-BIR", MODERATE, NOON);
    start(limits(10_000, SELDOM));

    var terms = new Choice.Terms(null, null, null, 0, null, NOON, null);
    var client = server.connect(new From.Moment(NOON), terms, false);

    awaitChanges(client, at);
    var next = tell("FR", SEVERE, NOON.plusSeconds(1));
    awaitChanges(client, at, next);
  }

  @Test
  void shouldBeToldToBeginAnew_whenWhatItMissedIsGone() {
    for (int i = 0; i < 40; i++) {
      tell("R" + i, SEVERE);
    }
    topics.retain(2);
    start(limits(10_000, SELDOM));

    var client = server.connect(new From.Place(Bookmark.of(1, 1, 1, 1)));

    assertReset(client, "older than what the topic still holds");
  }

  @Test
  void shouldBeToldToBeginAnew_whenItsPlaceIsNotOfThisTopic() {
    tell("GB-BIR", SEVERE);
    start(limits(10_000, SELDOM));

    assertReset(server.connect(new From.Place(Bookmark.of(9, 900, 9, 9))), "beyond");
    assertReset(
        server.connect(new From.Place(Bookmark.of(0, 0, 0, 0, 5))), "not one of this topic");
    assertReset(server.connect(new From.Lost("no such id")), "no such id");
  }

  private void assertReset(Client client, String reason) {
    soon().until(client::read);
    assertThat(client.others).singleElement().asString().startsWith("reset").contains(reason);
    var id = tell("GB-BIR", SEVERE);
    awaitChanges(client, id);
    client.hangUp();
    soon().until(() -> server.live.listeners() == 0);
  }

  @Test
  void shouldTakeNoMoreThanItBears_andOneMoreOnceOneHasGone() {
    start(limits(10_000, SELDOM));
    var first = server.connect(new From.Now());
    server.connect(new From.Now());
    server.connect(new From.Now());

    assertThatThrownBy(() -> server.connect(new From.Now())).hasMessage("there is no room");
    first.hangUp();
    soon().until(() -> server.live.listeners() == 2);
    assertThat(server.connect(new From.Now())).isNotNull();
  }

  @Test
  void shouldSayGoodBye_whenTheServerEnds() {
    start(limits(10_000, SELDOM));
    var client = server.connect(new From.Now());
    soon().until(client::read);

    server.close();

    assertThat(client.read()).isTrue();
    assertThat(client.others.get(1)).startsWith("dropped {\"reason\":\"closing\"");
    assertThat(client.isOver()).isTrue();
  }
}
