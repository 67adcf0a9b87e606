package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.Main;
import io.tocsin.assess.Policy;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.model.Action;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor that is killed again and again tells what one tells that is left in peace: nothing
 * twice, nothing lost. {@code -Dtocsin.flood=10000} makes it shorter.
 */
class KilledProcessorIT {
  private static final int RECORDS = Integer.getInteger("tocsin.flood", 50_000);
  private static final int KILLS = 5;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void shouldTellExactlyWhatAnUndisturbedRunTells_whenItIsKilledFiveTimes() throws Exception {
    var world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
    var records = records();
    var expected = new ArrayList<AlertLevelChange>();
    var backtest = new Backtest(Reference.load(world), Policy.DEFAULT, expected::add);
    records.forEach(backtest::accept);

    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      var live =
          new LiveRun(broker.bootstrapServers(), folder, "killed", "reference", world.toString());
      var file = live.file(records);
      var processor = processor(broker.bootstrapServers(), world);
      try {
        var replay = CompletableFuture.supplyAsync(() -> replay(live, file));
        for (int kill = 1; kill <= KILLS; kill++) {
          awaitAlerts(live, replay, kill * expected.size() / (KILLS + 2));
          processor.kill();
          processor.close();
          processor = processor(broker.bootstrapServers(), world);
        }

        var replayed = replay.join();

        assertThat(replayed.tally().accepted()).isEqualTo(records.size());
        assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(expected));
        assertThat(LiveRun.standings(live.levels().values()))
            .isEqualTo(LiveRun.standings(backtest.latest()));
      } finally {
        processor.close();
      }
    }
  }

  private ChildJvm processor(String bootstrap, Path world) {
    var child =
        ChildJvm.of(Main.class)
            .flags("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .args(
                "process",
                "--bootstrap-servers",
                bootstrap,
                "--data",
                folder.resolve("killed"),
                "--clock",
                "stream",
                "--reference",
                world,
                "--set",
                "topics.prefix=killed",
                "--set",
                "topics.partitions=3",
                "--set",
                "threads=2")
            .start();
    child.awaitErrorLine(line -> line.equals("ready"));
    return child;
  }

  private static Results.Replayed replay(LiveRun live, String file) {
    try {
      return new ReplayRun(live.options, InstantSource.system())
          .run(new Requests.Replay(file, Double.POSITIVE_INFINITY), live.heard);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static void awaitAlerts(LiveRun live, CompletableFuture<?> replay, int count) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> replay.isDone() || live.alerts().size() >= count);
    assertThat(replay).as("the replay ended before the last kill").isNotDone();
  }

  /** Reports a minute apart of every entity and region, and a declaration now and then. */
  private static List<Incoming> records() {
    var world = new SmallWorld();
    var random = new Random(5);
    var categories = List.of(Category.ATTACK, Category.PLOT, Category.ARREST, Category.PROPAGANDA);
    var records = new ArrayList<Incoming>(RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      var at = START.plus(Duration.ofMinutes(i));
      if (i % 500 == 499) {
        records.add(declaration(i, at));
      } else {
        records.add(
            report(
                i,
                at,
                pick(world.sources(), random),
                pick(world.entities(), random),
                pick(world.regions(), random),
                pick(categories, random)));
      }
    }
    return records;
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static NewsEvent report(
      int number, Instant at, String source, String entity, String region, Category category) {
    return new NewsEvent(
        "n" + number,
        source,
        null,
        at,
        "Report " + number,
        null,
        null,
        null,
        "story-" + number,
        List.of(entity),
        List.of(region),
        category,
        Credibility.DOUBTFUL,
        0,
        null,
        NewsEvent.Status.USABLE,
        Map.of());
  }

  private static OfficialStatement declaration(int number, Instant at) {
    return new OfficialStatement(
        "s" + number,
        "gb-centre",
        at,
        null,
        null,
        Action.SET_LEVEL,
        Level.of(number / 500 % 5),
        null,
        null,
        null,
        List.of(),
        List.of("GB"),
        List.of(),
        List.of(),
        null,
        null,
        0,
        OfficialStatement.Status.ISSUED,
        Map.of());
  }
}
