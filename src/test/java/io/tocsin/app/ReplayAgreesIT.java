package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of Kafka is what the core computes alone. */
class ReplayAgreesIT {
  private static final int RECORDS = 2_000;
  private static final int PLAIN = 300;
  private static final int SHUFFLED = 1_000;
  private static final long SEED = 7;
  private static final Duration SPAN = Duration.ofDays(40);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Path world;

  @BeforeAll
  static void start() throws IOException {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "official-history"})
  void shouldTellWhatTheCoreTells_whenAScenarioIsReplayed(String name) throws Exception {
    var alone = Playing.scenario(name + ".ndjson").toTheEnd();
    var live = run(name);

    var replayed = live.replay(alone.records());

    assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(alone.changes));
    assertThat(LiveRun.standings(live.levels().values()))
        .isEqualTo(LiveRun.standings(alone.backtest.latest()));
    assertThat(replayed.tally().accepted()).isEqualTo(alone.records().size());
    assertThat(replayed.changes()).isEqualTo(live.alerts().size());
  }

  @Test
  void shouldTellWhatTheCoreTells_whenRandomRecordsComeLate() throws Exception {
    var records = records(RECORDS);
    var changes = new ArrayList<AlertLevelChange>();
    var alone = backtest(records, Policy.DEFAULT, changes);
    var live = run("random", "reference", world.toString());

    live.replay(records);

    assertThat(changes).hasSizeGreaterThan(100);
    assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(changes));
    assertThat(LiveRun.standings(live.levels().values()))
        .isEqualTo(LiveRun.standings(alone.latest()));
  }

  @Test
  void shouldTellWhatTheCoreTells_whenNewsArePlainText() throws Exception {
    var records = PlainNews.of(SEED, PLAIN);
    var changes = new ArrayList<AlertLevelChange>();
    var alone = new Backtest(Reference.load(null), Policy.DEFAULT, changes::add);
    records.forEach(alone::accept);
    var live = run("plain");

    live.replay(records);

    assertThat(changes).hasSizeGreaterThan(100);
    assertThat(LiveRun.path(live.alerts())).isEqualTo(LiveRun.path(changes));
    assertThat(LiveRun.standings(live.levels().values()))
        .isEqualTo(LiveRun.standings(alone.latest()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exactly-once", "at-least-once"})
  void shouldEndWhereTheCoreEnds_whenRecordsAreShuffledAndRepeated(String guarantee)
      throws Exception {
    var records = records(SHUFFLED);
    var policy = Files.writeString(folder.resolve("patient.yaml"), "maxLateness: off\n");
    var alone = backtest(records, Wiring.policy(policy), new ArrayList<>());
    var live =
        run(
            "shuffled-" + guarantee,
            "reference",
            world.toString(),
            "policy.file",
            policy.toString(),
            "guarantee",
            guarantee);

    live.replay(shuffled(records));

    assertThat(LiveRun.standings(live.levels().values()))
        .isEqualTo(LiveRun.standings(alone.latest()));
  }

  private LiveRun run(String prefix, String... sets) {
    return new LiveRun(broker.bootstrapServers(), folder, prefix, sets);
  }

  private static List<Incoming> records(int number) {
    return incoming(Scenarios.random(SEED, number, SPAN, Scenarios.Options.LATE));
  }

  /** Any order, and a third of them twice; the last TICK stays last. */
  private static List<Incoming> shuffled(List<Incoming> records) {
    var more = new ArrayList<Object>(records.subList(0, records.size() - 1));
    more.addAll(records.subList(0, records.size() / 3));
    more.add(records.get(records.size() - 1));
    return incoming(Scenarios.shuffled(more, SEED, Duration.ofDays(30)));
  }

  private static List<Incoming> incoming(List<Object> records) {
    return records.stream().map(Incoming.class::cast).toList();
  }

  private static Backtest backtest(
      List<Incoming> records, Policy policy, List<AlertLevelChange> changes) {
    var backtest = new Backtest(Reference.load(world), policy, changes::add);
    records.forEach(backtest::accept);
    return backtest;
  }
}
