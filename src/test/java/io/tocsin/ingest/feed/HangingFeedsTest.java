package io.tocsin.ingest.feed;

import static io.tocsin.ingest.feed.StrangeServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many feeds that never end: the others are looked at all the same, and a stop is soon. */
class HangingFeedsTest {
  private static final byte[] GOOD = Notes.document("1|2026-03-01T12:00:00Z|All is well");

  @TempDir Path folder;
  private FeedWorld world;
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    world = new FeedWorld(folder);
    world.server.at("/good", ok(GOOD, "ETag: \"1\""));
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    world.close();
  }

  @Test
  void shouldNotDelayTheGoodFeed_whenManyOthersHang() {
    world.server.at("/hangs", (asked, connection) -> StrangeServer.drip(connection, over));
    var feeds = new ArrayList<Feed>();
    for (int i = 0; i < Poller.PLACES - 2; i++) {
      feeds.add(world.feed("bad" + i, "/hangs"));
    }
    var good = world.feed("good", "/good");
    feeds.add(good);
    var poller = Poller.start(feeds, world.gear(), Duration.ofMillis(10));
    try (poller) {
      await()
          .until(
              () ->
                  world.server.asked("/good").size() >= 3
                      && world.server.asked("/hangs").size() == Poller.PLACES - 2);

      assertThat(world.health(good).state()).isEqualTo(FeedHealth.State.FINE);
      assertThat(world.headlines()).containsExactly("All is well");
    }
  }

  @Test
  void shouldStopSoon_whenFeedsHang() {
    world.server.at("/hangs", (asked, connection) -> StrangeServer.drip(connection, over));
    var poller =
        Poller.start(List.of(world.feed("bad", "/hangs")), world.gear(), Duration.ofMillis(10));
    await().until(() -> !world.server.asked("/hangs").isEmpty());
    poller.close();

    assertThat(world.health(world.feed("bad", "/hangs")).state())
        .as("what was cut short is no failure")
        .isEqualTo(FeedHealth.State.NEW);
  }
}
