package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.assess.Policy;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.NewsDraft;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Incoming;
import io.tocsin.model.Subject;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.wire.EventLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processors of one group are restarted one after the other while records come, with another
 * policy in their file.
 *
 * <p>When the policy gets in among the records is a matter of chance. So it weighs arrests alone
 * otherwise, and no record tells of one until both processors are back, but for those of a subject
 * that nothing else concerns: all others are told of as if the policy had always been the new one.
 */
class RollingUpgradeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final double PER_SECOND = 60;

  /** All records there are lie within it, and no report is forgotten by then. */
  private static final Duration SPAN = Duration.ofDays(60);

  private static final Subject APART = new Subject("rwx", "DE");
  private static final String NEW_POLICY =
      "version: '3'\nweights: {categories: {ARREST: {base: 30, halfLife: 365d}}}\n";

  @TempDir Path folder;
  private Path world;
  private final List<Closers> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(Closers::close);
  }

  @Test
  void shouldTellWhatTheNewPolicyTells_nothingTwiceAndNothingLost_whenProcessorsAreUpgradedInTurn()
      throws Exception {
    world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
    var file = Files.writeString(folder.resolve("policy.yaml"), "version: '2'\n");
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      var one = start(broker, "one", file);
      var two = start(broker, "two", file);
      var seen = new LiveRun(broker.bootstrapServers(), folder, "rolling", "reference", world + "");
      var records = new ArrayList<>(publish(seen, arrests(Scenarios.START, APART)));
      awaitThrough(seen);
      try (var load = new Load(seen, PER_SECOND, untouched()).begin()) {
        awaitMoreTold(seen);
        Files.writeString(file, NEW_POLICY);
        for (var old : List.of(one, two)) {
          close(old.closers());
          start(broker, old.name(), file);
          awaitMoreTold(seen);
        }
        records.addAll(load.end());
      }
      awaitThrough(seen);
      records.addAll(publish(seen, arrestsEverywhere(latest(records))));
      awaitThrough(seen);

      var alerts = seen.alerts();
      assertThat(told(alerts)).isEqualTo(told(backtest(records, Wiring.policy(file))));
      assertThat(told(alerts)).isNotEqualTo(told(backtest(records, Policy.DEFAULT)));
      assertThat(alerts)
          .filteredOn(change -> change.cause() == Cause.POLICY && !change.subject().isOverall())
          .extracting(AlertLevelChange::subject)
          .containsExactly(APART);
      assertThat(versions(alerts)).containsExactly("2", "3");
      assertThat(seen.deadLetters().keySet()).isSubsetOf("LATE");
    }
  }

  private record Running(String name, Closers closers) {}

  private Running start(EmbeddedBroker broker, String name, Path policy) throws Exception {
    var live =
        new LiveRun(
            broker.bootstrapServers(),
            folder.resolve(name),
            "rolling",
            "reference",
            world.toString(),
            "policy.file",
            policy.toString(),
            "topics.partitions",
            "2",
            "threads",
            "1");
    var closers = new Closers(problem -> {});
    running.add(closers);
    live.start(closers);
    return new Running(name, closers);
  }

  private void close(Closers closers) {
    running.remove(closers);
    closers.close();
    assertThat(closers.failures()).isEmpty();
  }

  /** Without anything that the new policy weighs otherwise, or that concerns the subject apart. */
  private static List<Incoming> untouched() {
    return Load.records(SPAN).stream()
        .filter(
            record ->
                Stream.of("ARREST", "\"DE", "\"EU", "eu-centre", "joint-cell")
                    .noneMatch(EventLines.line(record)::contains))
        .toList();
  }

  private static List<Incoming> arrests(Instant at, Subject subject) {
    return Stream.of("wire-a", "gazette-a")
        .<Incoming>map(
            source ->
                NewsDraft.of(
                        source + "-" + subject.region() + "-" + at,
                        source,
                        at,
                        "A man was arrested")
                    .entities(subject.entity())
                    .regions(subject.region())
                    .category(Category.ARREST)
                    .event())
        .toList();
  }

  private static List<Incoming> arrestsEverywhere(Instant at) {
    return Stream.of("GB-GLG", "FR-75", "DE-MUC")
        .flatMap(region -> arrests(at, new Subject("aqim", region)).stream())
        .toList();
  }

  private static List<Incoming> publish(LiveRun live, List<Incoming> records) {
    try (var playback = new Playback(live.options, live.options.kafka().bootstrapServers())) {
      records.forEach(record -> playback.send(record, () -> {}));
      playback.flush();
    }
    return records;
  }

  private static Instant latest(List<Incoming> records) {
    return records.stream().map(Incoming::arrivalTime).max(Instant::compareTo).orElseThrow();
  }

  private List<AlertLevelChange> backtest(List<Incoming> records, Policy policy) {
    var changes = new ArrayList<AlertLevelChange>();
    var backtest = new Backtest(Reference.load(world), policy, changes::add);
    records.forEach(backtest::accept);
    return changes;
  }

  /** Of all subjects but the one apart, whichever policy said it. */
  private static List<String> told(List<AlertLevelChange> changes) {
    return LiveRun.path(changes.stream().filter(change -> !change.subject().equals(APART)).toList())
        .stream()
        .map(line -> line.replaceFirst("\"policyVersion\":\"[23]\"", ""))
        .toList();
  }

  /** The versions in the order in which each subject's changes have them. */
  private static List<String> versions(List<AlertLevelChange> changes) {
    for (int i = 1; i < changes.size(); i++) {
      var before = changes.get(i - 1);
      var after = changes.get(i);
      if (before.subject().equals(after.subject())) {
        assertThat(after.policyVersion()).isGreaterThanOrEqualTo(before.policyVersion());
      }
    }
    return changes.stream().map(AlertLevelChange::policyVersion).distinct().sorted().toList();
  }

  private static void awaitMoreTold(LiveRun live) {
    int before = live.alerts().size();
    await().atMost(PATIENCE).until(() -> live.alerts().size() > before);
  }

  private static void awaitThrough(LiveRun live) {
    await().atMost(PATIENCE).until(live::isThrough);
  }
}
