package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.app.Backtest;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.oracle.Change;
import io.tocsin.oracle.Oracle;
import io.tocsin.oracle.Scenarios;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.topology.NewsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The incremental assessment gives what a plain recomputation from all evidence gives, at every
 * step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleAgreementTest {
  private static final Duration SPAN = Duration.ofDays(25);
  private static final Comparator<AlertLevelChange> BY_SUBJECT =
      Comparator.comparing(AlertLevelChange::subject).thenComparingLong(AlertLevelChange::sequence);

  private final SmallWorld world = new SmallWorld();
  private Reference reference;
  private NewsReader reader;

  @BeforeAll
  void writeWorld(@TempDir Path folder) {
    world.writeTo(folder);
    reference = Reference.load(folder);
    reader = new NewsReader(reference);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldTellWhatThePlainAssessmentTells_whenRecordsComeInOrder(long seed) {
    agree(Scenarios.random(seed, 150, SPAN, Scenarios.Options.IN_ORDER));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void shouldTellWhatThePlainAssessmentTells_whenRecordsComeLate(long seed) {
    agree(Scenarios.random(seed, 150, SPAN, Scenarios.Options.LATE));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void shouldTellWhatThePlainAssessmentTells_whenSomeComeTooLate(long seed) {
    agree(Scenarios.random(seed, 150, SPAN, Scenarios.Options.WILD));
  }

  private void agree(List<Object> records) {
    var oracle = new Oracle(Policy.DEFAULT, world);
    oracle.applyAll(records);
    var changes = new ArrayList<AlertLevelChange>();
    var backtest = new Backtest(reference, reader, Policy.DEFAULT, changes::add);
    records.forEach(record -> backtest.accept((Incoming) record));

    var told =
        changes.stream()
            .filter(change -> !change.subject().isOverall())
            .sorted(BY_SUBJECT)
            .map(OracleAgreementTest::shown)
            .toList();
    var expected =
        oracle.changes().stream()
            .sorted(Comparator.comparing(Change::subject).thenComparingLong(Change::sequence))
            .map(OracleAgreementTest::shown)
            .toList();
    assertThat("told alone:\n" + String.join("\n", without(told, expected)))
        .isEqualTo("told alone:\n" + String.join("\n", without(expected, told)));

    var states = oracle.states();
    var standings = backtest.standings();
    assertThat(standings.stream().map(s -> s.entity() + "|" + s.region() + " " + s.level()))
        .containsExactlyInAnyOrderElementsOf(
            states.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().level()).toList());
    for (var standing : standings) {
      var subject = new io.tocsin.model.Subject(standing.entity(), standing.region());
      if (!subject.isOverall()) {
        assertThat(standing.score())
            .as(subject.toString())
            .isCloseTo(states.get(subject).score(), within(1e-6));
      }
    }
  }

  private static List<String> without(List<String> lines, List<String> others) {
    var left = new ArrayList<>(lines);
    left.removeAll(new java.util.HashSet<>(others));
    return left;
  }

  private static String shown(AlertLevelChange c) {
    return "%s #%d %s->%s declared %s reported %s %.6f %s %s at %d"
        .formatted(
            c.subject(),
            c.sequence(),
            c.previousLevel(),
            c.level(),
            c.declared(),
            c.reported(),
            c.score(),
            c.cause(),
            c.trigger(),
            c.effectiveAt().toEpochMilli());
  }

  private static String shown(Change c) {
    return "%s #%d %s->%s declared %s reported %s %.6f %s %s at %d"
        .formatted(
            c.subject(),
            c.sequence(),
            c.previous(),
            c.level(),
            c.declared(),
            c.reported(),
            c.score(),
            c.cause(),
            c.trigger(),
            c.effectiveAt());
  }
}
