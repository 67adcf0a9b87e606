package io.tocsin.deliver.live;

import static io.tocsin.deliver.live.Server.soon;
import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.model.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever comes again with the last event id hears everything once, at whichever server. */
class ResumePropertyTest {
  private static final int CHANGES = 150;
  private static final Choice.Terms HIGH =
      new Choice.Terms(null, null, Level.SEVERE, 0, null, null, null);

  private final FakeTopics topics = new FakeTopics(4);
  private final List<String> told = new ArrayList<>();
  private final List<String> high = new ArrayList<>();
  private int count;

  @Property(tries = 15)
  void shouldHearEverythingOnce_whateverIsCutOffAndRestarted(@ForAll long seed) {
    var random = new Random(seed);
    tell(random.nextInt(40), random);
    var all = new Follower(Choice.Terms.ALL);
    var some = new Follower(HIGH);
    var server = new Server(topics, limits(random), seed);
    try {
      all.connect(server);
      some.connect(server);
      told.clear();
      high.clear();
      while (told.size() < CHANGES) {
        tell(random.nextInt(12), random);
        all.read(random.nextInt(10));
        some.read(random.nextInt(10));
        if (random.nextInt(4) == 0) {
          all.connect(server);
        }
        if (random.nextInt(4) == 0) {
          some.connect(server);
        }
        if (random.nextInt(8) == 0) {
          server.close();
          tell(random.nextInt(30), random);
          server = new Server(topics, limits(random), random.nextLong());
          all.connect(server);
          some.connect(server);
        }
      }
      var last = server;
      soon().untilAsserted(() -> assertThat(all.heard(last)).hasSameSizeAs(told));
      soon().untilAsserted(() -> assertThat(some.heard(last)).hasSameSizeAs(high));
      soon().until(() -> last.live.listeners() <= 2);
    } finally {
      server.close();
    }
    assertThat(all.heard).containsExactlyInAnyOrderElementsOf(told);
    assertThat(some.heard).containsExactlyInAnyOrderElementsOf(high);
    for (int subject = 0; subject < 7; subject++) {
      var prefix = "isil-R" + subject + "-";
      assertThat(all.heard.stream().filter(id -> id.startsWith(prefix)))
          .containsExactlyElementsOf(told.stream().filter(id -> id.startsWith(prefix)).toList());
    }
  }

  /** What was missed is told out of the last changes at some servers, out of the log at others. */
  private static Limits limits(Random random) {
    return new Limits(
        1_000,
        random.nextBoolean() ? 1_500 : 200_000,
        random.nextBoolean() ? 2_000 : 100_000,
        Duration.ofMillis(random.nextBoolean() ? 2 : 10_000),
        Duration.ofSeconds(10));
  }

  private void tell(int changes, Random random) {
    for (int i = 0; i < changes; i++) {
      var levels = Level.values();
      var to = levels[random.nextInt(levels.length)];
      var change = change("isil", "R" + random.nextInt(7), ++count, Level.LOW, to, NOON);
      topics.alert(change);
      told.add(change.id());
      if (to.compareTo(Level.SEVERE) >= 0) {
        high.add(change.id());
      }
    }
  }

  /** One who comes again and again. */
  private static final class Follower {
    final List<String> heard = new ArrayList<>();
    private final Choice.Terms terms;
    private Client client;
    private From place = new From.Now();

    Follower(Choice.Terms terms) {
      this.terms = terms;
    }

    void connect(Server server) {
      leave();
      client = server.connect(place, terms, false);
      if (place instanceof From.Now) {
        // where it stands is told at once
        soon().until(client::read);
      }
    }

    void read(int most) {
      for (int i = 0; i < most && client.read(); i++) {
        assertThat(client.others).noneMatch(other -> other.startsWith("reset"));
      }
    }

    List<String> heard(Server server) {
      read(Integer.MAX_VALUE);
      if (client.isOver()) {
        connect(server);
      }
      heard.addAll(client.changes);
      client.changes.clear();
      return heard;
    }

    private void leave() {
      if (client != null) {
        client.hangUp();
        heard.addAll(client.changes);
        if (client.lastId != null) {
          place = new From.Place(Bookmark.parse(client.lastId).orElseThrow());
        }
      }
    }
  }
}
