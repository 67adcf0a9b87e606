package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.Main;
import io.tocsin.assess.Policy;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.reference.Reference;
import io.tocsin.testing.ChildJvm;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor that is killed again and again tells what one tells that nobody disturbs: nothing
 * twice, nothing lost. {@code -Dtocsin.flood=50000} makes it longer.
 */
class KilledProcessorIT {
  private static final int RECORDS = Integer.getInteger("tocsin.flood", 10_000);
  private static final int KILLS = 5;

  @TempDir Path folder;

  @Test
  void shouldTellEveryChangeOnce_whenTheProcessorIsKilledAgainAndAgain() throws Exception {
    var reference = Reference.load(null);
    var records = Flood.of(RECORDS, reference, 1);
    var changes = new ArrayList<AlertLevelChange>();
    var alone = new Backtest(reference, Policy.DEFAULT, changes::add);
    records.forEach(alone::accept);

    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      var live = new LiveRun(broker.bootstrapServers(), folder, "killed");
      var replayed = CompletableFuture.supplyAsync(() -> replay(live, records));
      for (int kill = 0; kill < KILLS; kill++) {
        try (var victim = processor(live)) {
          awaitProgress(live, replayed, RECORDS / 4);
          victim.kill();
        }
      }
      try (var survivor = processor(live)) {
        assertThat(replayed.get(5, TimeUnit.MINUTES).tally().accepted()).isEqualTo(RECORDS);
        assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(changes));
        assertThat(LiveRun.standings(live.levels().values()))
            .isEqualTo(LiveRun.standings(alone.latest()));
        assertThat(survivor.terminate()).isZero();
      }
    }
  }

  /** Once a processor is there. */
  private static Results.Replayed replay(LiveRun live, List<Incoming> records) {
    try {
      while (!isThere(live)) {
        Pace.sleep(50);
      }
      return new ReplayRun(live.options, InstantSource.system())
          .run(new Requests.Replay(live.file(records), Double.POSITIVE_INFINITY), live.heard);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isThere(LiveRun live) throws InterruptedException {
    var client = Wiring.client(live.options, live.options.kafka().bootstrapServers());
    try (var outcome = new Outcome(live.options, client, InstantSource.system())) {
      outcome.requireProcessor();
      return true;
    } catch (Failure notYet) {
      return false;
    }
  }

  private ChildJvm processor(LiveRun live) {
    var child =
        ChildJvm.of(Main.class)
            .args(
                "process",
                "--bootstrap-servers",
                live.options.kafka().bootstrapServers(),
                "--data",
                live.options.data(),
                "--clock",
                "stream",
                "--set",
                "topics.prefix=" + live.options.topics().prefix())
            .start();
    child.awaitErrorLine(line -> line.equals("ready"));
    return child;
  }

  /** Until the processor has moved on by so many records and is not done. */
  private static void awaitProgress(LiveRun live, CompletableFuture<?> replayed, long records)
      throws InterruptedException, ExecutionException, TimeoutException {
    var client = Wiring.client(live.options, live.options.kafka().bootstrapServers());
    try (var progress = new GroupProgress(live.options, client)) {
      long from = progress.look().position();
      while (progress.look().position() < from + records) {
        if (replayed.isDone()) {
          throw new AssertionError("done before the kill: " + replayed.get());
        }
        Thread.onSpinWait();
      }
    }
  }
}
