package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.oracle.ScenarioArbitraries;
import io.tocsin.oracle.Scenarios;
import io.tocsin.topology.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Neither the order nor the repetition, the clock nor the memory has a say in the answer. */
class OneAnswerPropertyTest {
  /** One run of records through an assessor. */
  private static final class Run {
    private final Intake intake = new Intake(SmallReference.get(), SmallReference.reader());
    private final HeapArchive archive = new HeapArchive(SmallReference.get().regions()::country);
    private final Map<Subject, List<AlertLevelChange>> changes = new TreeMap<>();
    private final int room;
    private Assessor assessor;

    Run(int room) {
      this.room = room;
      assessor = assessor(Long.MIN_VALUE);
    }

    private Assessor assessor(long clock) {
      return new Assessor(
          SmallReference.get(), archive, Territory.EVERYWHERE, Policy.DEFAULT, clock, room);
    }

    Run take(Object record) {
      var evidence = intake.read((Incoming) record);
      tell(assessor.apply(evidence, Math.max(assessor.clock(), evidence.arrival())).outcomes());
      return this;
    }

    Run takeAll(List<Object> records) {
      records.forEach(this::take);
      return this;
    }

    void advance(long moment) {
      tell(assessor.advance(moment));
    }

    void restart() {
      assessor = assessor(assessor.clock());
    }

    private void tell(List<Outcome> outcomes) {
      outcomes.stream()
          .filter(Outcome::isAlert)
          .forEach(
              o -> changes.computeIfAbsent(o.subject(), s -> new ArrayList<>()).add(o.change()));
    }

    /** The tracked subjects, each with where it stands. */
    Map<Subject, Explanation> standings() {
      var standings = new TreeMap<Subject, Explanation>();
      for (var subject : archive.directory().all()) {
        var explanation = assessor.explain(subject);
        if (explanation != null) {
          standings.put(subject, explanation);
        }
      }
      return standings;
    }
  }

  @Property(tries = 15)
  void shouldEndInTheSamePlace_whateverTheOrder(
      @ForAll("scenarios") ScenarioArbitraries.Scenario scenario, @ForAll long order) {
    var records = scenario.records();
    var shuffled = Scenarios.shuffled(records, order, Duration.ofDays(20));

    var one = new Run(Desk.ROOM).takeAll(records).standings();
    var other = new Run(Desk.ROOM).takeAll(shuffled).standings();

    assertThat(other.keySet()).isEqualTo(one.keySet());
    one.forEach(
        (subject, standing) -> {
          var same = other.get(subject);
          assertThat(same.level()).as("%s", subject).isEqualTo(standing.level());
          assertThat(same.declared()).as("%s", subject).isEqualTo(standing.declared());
          assertThat(same.reported()).as("%s", subject).isEqualTo(standing.reported());
          assertThat(same.score()).as("%s", subject).isCloseTo(standing.score(), within(1e-9));
        });
  }

  @Property(tries = 15)
  void shouldTellTheSameToTheBit_howeverOftenTheClockIsLookedAt(
      @ForAll("scenarios") ScenarioArbitraries.Scenario scenario, @ForAll long seed) {
    var random = new Random(seed);
    var records = scenario.records();
    var ticked = new Run(Desk.ROOM);
    for (var record : records) {
      long arrival = Scenarios.arrivalTime(record);
      long clock = Math.max(ticked.assessor.clock(), Scenarios.START.toEpochMilli());
      while (arrival > clock && random.nextInt(3) > 0) {
        clock += (long) (random.nextDouble() * (arrival - clock)) + 1;
        ticked.advance(Math.min(clock, arrival));
      }
      ticked.take(record);
    }

    assertThat(ticked.changes).isEqualTo(new Run(Desk.ROOM).takeAll(records).changes);
  }

  @Property(tries = 10)
  void shouldTellTheSameToTheBit_whenDossiersAreReadAgainAndTheProcessRestarts(
      @ForAll("scenarios") ScenarioArbitraries.Scenario scenario, @ForAll long seed) {
    var random = new Random(seed);
    var records = scenario.records();
    var forgetful = new Run(random.nextInt(2));
    for (var record : records) {
      if (random.nextInt(10) == 0) {
        forgetful.restart();
      }
      forgetful.take(record);
    }

    assertThat(forgetful.changes).isEqualTo(new Run(Desk.ROOM).takeAll(records).changes);
  }

  @Property(tries = 15)
  void shouldNumberChangesWithoutGaps_andEndWhereTheLastOneSays(
      @ForAll("scenarios") ScenarioArbitraries.Scenario scenario) {
    var run = new Run(Desk.ROOM).takeAll(scenario.records());

    run.changes.forEach(
        (subject, changes) -> {
          var level = Level.LOW;
          for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            assertThat(change.sequence()).isEqualTo(i + 1);
            assertThat(change.previousLevel()).isEqualTo(level).isNotEqualTo(change.level());
            assertThat(change.previousId()).isEqualTo(i == 0 ? null : changes.get(i - 1).id());
            if (i > 0) {
              assertThat(change.effectiveAt()).isAfterOrEqualTo(changes.get(i - 1).effectiveAt());
            }
            level = change.level();
          }
        });
    run.standings()
        .forEach(
            (subject, standing) -> {
              var changes = run.changes.getOrDefault(subject, List.of());
              assertThat(standing.level())
                  .as("%s", subject)
                  .isEqualTo(
                      changes.isEmpty() ? Level.LOW : changes.get(changes.size() - 1).level());
            });
  }

  @Property(tries = 10)
  void shouldExplainTheScoreThatItTold_andForeseeWhatTimeBrings(
      @ForAll("scenarios") ScenarioArbitraries.Scenario scenario) {
    var run = new Run(Desk.ROOM).takeAll(scenario.records());
    var standings = run.standings();
    run.changes.clear();
    run.advance(run.assessor.clock() + Duration.ofDays(400).toMillis());

    standings.forEach(
        (subject, standing) -> {
          double shares = standing.lines().stream().mapToDouble(Explanation.Line::share).sum();
          assertThat(shares)
              .isCloseTo(standing.score() - standing.prior() > 1e-6 ? 1 : shares, within(1e-9));
          var later = run.changes.getOrDefault(subject, List.of());
          var foreseen = moves(standing);
          assertThat(
                  later.stream()
                      .limit(foreseen.size())
                      .map(c -> c.effectiveAt() + " " + c.level())
                      .toList())
              .as("%s", subject)
              .isEqualTo(foreseen);
        });
  }

  /** The steps of an outlook at which the level moves, and not a ledger beneath it alone. */
  private static List<String> moves(Explanation standing) {
    var moves = new ArrayList<String>();
    var level = standing.level();
    for (var step : standing.outlook()) {
      if (step.level() != level) {
        moves.add(step.at() + " " + step.level());
        level = step.level();
      }
    }
    return moves;
  }

  @Provide
  Arbitrary<ScenarioArbitraries.Scenario> scenarios() {
    return ScenarioArbitraries.wild(150);
  }
}
