package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotaTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Rota rota = new Rota(4, PAUSE);

  private static Rota.Turn turn(String feed, String host, Instant at, int failures) {
    return new Rota.Turn(feed, host, new Schedule(at, failures));
  }

  private List<String> due(Instant now) {
    var feeds = new ArrayList<String>();
    for (var next = rota.next(now); next.isPresent(); next = rota.next(now)) {
      feeds.add(next.get().feed());
    }
    return feeds;
  }

  @Test
  void shouldTakeFeeds_whenTheirTimeHasCome() {
    rota.put(turn("b", "b.org", NOON.plusSeconds(1), 0));
    rota.put(turn("a", "a.org", NOON, 0));

    assertThat(due(NOON)).containsExactly("a");
    assertThat(rota.wakeAt(NOON)).contains(NOON.plusSeconds(1));
    assertThat(due(NOON.plusSeconds(1))).containsExactly("b");
  }

  @Test
  void shouldAskAHostOnceAtATime_andLeaveItInPeaceForAWhile() {
    rota.put(turn("a", "a.org", NOON, 0));
    rota.put(turn("b", "a.org", NOON, 0));
    var first = due(NOON);

    assertThat(first).hasSize(1);
    assertThat(rota.enter("a.org", NOON)).isFalse();
    assertThat(rota.wakeAt(NOON)).isEmpty();

    rota.leave("a.org", NOON);
    rota.done(turn(first.get(0), "a.org", NOON.plusSeconds(60), 0));

    assertThat(due(NOON)).isEmpty();
    assertThat(rota.wakeAt(NOON)).contains(NOON.plus(PAUSE));
    assertThat(due(NOON.plus(PAUSE))).hasSize(1).isNotEqualTo(first);
  }

  @Test
  void shouldLookAtAFeedOnceAtATime() {
    rota.put(turn("a", "", NOON, 0));

    assertThat(due(NOON)).containsExactly("a");
    assertThat(due(NOON)).isEmpty();
    rota.done(turn("a", "", NOON, 0));
    assertThat(due(NOON)).containsExactly("a");
  }

  @Test
  void shouldLeaveHalfOfThePlaces_toFeedsThatAreFine() {
    for (int i = 0; i < 6; i++) {
      rota.put(turn("bad" + i, "bad" + i, NOON.minusSeconds(60), 1));
    }
    assertThat(due(NOON)).hasSize(2);

    rota.put(turn("good", "good.org", NOON, 0));
    assertThat(due(NOON)).containsExactly("good");
  }

  @Test
  void shouldTakeNoMore_thanThereArePlaces() {
    for (int i = 0; i < 9; i++) {
      rota.put(turn("f" + i, "", NOON, 0));
    }
    assertThat(due(NOON)).hasSize(4);
    assertThat(rota.wakeAt(NOON)).isEmpty();
  }
}
