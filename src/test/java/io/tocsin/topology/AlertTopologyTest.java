package io.tocsin.topology;

import static io.tocsin.topology.Records.declare;
import static io.tocsin.topology.Records.news;
import static io.tocsin.topology.Records.pin;
import static io.tocsin.topology.Records.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories: what subscribers are told when records come. */
class AlertTopologyTest {
  private static final Instant T = Bench.NOW;
  private static final Subject BIRMINGHAM = new Subject("isil", "GB-BIR");

  @TempDir Path folder;

  @Test
  void shouldRaiseAndTellWhy_whenAnAttackIsReported() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));

      var change = of(BIRMINGHAM, bench.alerts()).get(0);
      assertThat(change.level()).isEqualTo(Level.SUBSTANTIAL);
      assertThat(change.score()).isEqualTo(14);
      assertThat(change.cause()).isEqualTo(Cause.NEWS);
      assertThat(change.trigger()).isEqualTo("n1");
      assertThat(change.evidence()).hasSize(1);
      assertThat(change.evidence().get(0).share()).isEqualTo(1);
      assertThat(change.nextFallAt()).isNotNull();
    }
  }

  @Test
  void shouldHandUpToTheCountryAndTellTheRegionOverall_whenAnAttackIsReported() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));

      assertThat(bench.levels().keySet())
          .contains(
              BIRMINGHAM,
              new Subject("isil", "GB-ENG"),
              new Subject("isil", "GB"),
              Subject.overall("GB-BIR"),
              Subject.overall("GB"));
      var overall = of(Subject.overall("GB-BIR"), bench.alerts()).get(0);
      assertThat(overall.trigger()).isEqualTo(BIRMINGHAM.toString());
      assertThat(overall.level()).isEqualTo(Level.SUBSTANTIAL);
    }
  }

  @Test
  void shouldFallByItselfAtTheComputedSecond_whenTimeGoesByInTheStream() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      var promised = of(BIRMINGHAM, bench.alerts()).get(0).nextFallAt();
      bench.publish(tick(promised.minusMillis(1)));
      assertThat(of(BIRMINGHAM, bench.alerts())).isEmpty();

      bench.publish(tick(promised));

      var fall = of(BIRMINGHAM, bench.alerts()).get(0);
      assertThat(fall.cause()).isEqualTo(Cause.DECAY);
      assertThat(fall.effectiveAt()).isEqualTo(promised);
      assertThat(fall.trigger()).isNull();
    }
  }

  @Test
  void shouldFallByItself_whenTheWallClockGoesOn() {
    try (var bench = Bench.open(folder, Settings.ClockKind.WALL)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      var promised = of(BIRMINGHAM, bench.alerts()).get(0).nextFallAt();

      bench.wallClock(Duration.between(T, promised).plusSeconds(1));

      assertThat(of(BIRMINGHAM, bench.alerts()))
          .first()
          .satisfies(fall -> assertThat(fall.effectiveAt()).isEqualTo(promised));
    }
  }

  @Test
  void shouldDeclareForEverySubjectInScope_whenAnAuthoritySpeaks() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      bench.alerts();

      bench.publish(declare("s1", "gb-centre", T.plusSeconds(60), Level.SEVERE, "GB"));

      var alerts = bench.alerts();
      assertThat(of(BIRMINGHAM, alerts).get(0).cause()).isEqualTo(Cause.STATEMENT);
      assertThat(of(BIRMINGHAM, alerts).get(0).level()).isEqualTo(Level.SEVERE);
      assertThat(of(BIRMINGHAM, alerts).get(0).reported()).isEqualTo(Level.SUBSTANTIAL);
      assertThat(of(new Subject("_", "GB"), alerts).get(0).level()).isEqualTo(Level.SEVERE);
    }
  }

  @Test
  void shouldRenewTheLevelsEntryWithoutAnAlert_whenOnlyALedgerMoves() {
    try (var bench = Bench.open(folder)) {
      bench.publish(
          declare("s1", "gb-centre", T, Level.CRITICAL, "GB"),
          news("n1", "wire-a", T.plusSeconds(1), Category.ATTACK, "GB-BIR"));
      bench.alerts();
      bench.levels();

      bench.publish(news("n2", "gazette-a", T.plusSeconds(2), Category.ATTACK, "GB-BIR"));

      assertThat(of(BIRMINGHAM, bench.alerts())).isEmpty();
      assertThat(bench.levels().get(BIRMINGHAM).reported()).isEqualTo(Level.SEVERE);
    }
  }

  @Test
  void shouldUndoWhatItDidAndForgetTheSubject_whenAReportIsRetracted() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      bench.alerts();

      var later = T.plusSeconds(3_600);
      bench.publish(
          news("n1", "wire-a", T, Category.ATTACK, "GB-BIR", 1, later, NewsEvent.Status.RETRACTED));

      var change = of(BIRMINGHAM, bench.alerts()).get(0);
      assertThat(change.cause()).isEqualTo(Cause.CORRECTION);
      assertThat(change.level()).isEqualTo(Level.LOW);
      assertThat(bench.levels()).doesNotContainKeys(BIRMINGHAM, Subject.overall("GB-BIR"));
    }
  }

  @Test
  void shouldKnowALowRegionUntilItsLastSubjectIsForgotten() {
    var overall = Subject.overall("GB-BIR");
    var later = T.plusSeconds(60);
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.OTHER, "GB-BIR"));
      assertThat(bench.levels().get(overall).level()).isEqualTo(Level.LOW);

      bench.publish(news("n2", "wire-a", T, Category.ATTACK, "GB-BIR"));
      assertThat(bench.levels().get(overall).level()).isEqualTo(Level.SUBSTANTIAL);

      bench.publish(retraction("n2", later));
      var fallen = bench.levels().get(overall);
      assertThat(fallen.level()).isEqualTo(Level.LOW);
      assertThat(fallen.trigger()).isEqualTo(BIRMINGHAM.toString());

      bench.publish(retraction("n1", later));
      assertThat(bench.forgotten()).contains(overall);
    }
  }

  private static NewsEvent retraction(String id, Instant at) {
    return news(id, "wire-a", T, Category.OTHER, "GB-BIR", 1, at, NewsEvent.Status.RETRACTED);
  }

  @Test
  void shouldHoldAnAnalystsLevelUntilItEnds_whenASubjectIsPinned() {
    try (var bench = Bench.open(folder)) {
      bench.publish(pin("c1", T, T.plusSeconds(600), Level.CRITICAL, "GB-BIR"));
      assertThat(of(BIRMINGHAM, bench.alerts()).get(0).cause()).isEqualTo(Cause.CONTROL);

      bench.publish(tick(T.plusSeconds(600)));

      assertThat(of(BIRMINGHAM, bench.alerts()).get(0).cause()).isEqualTo(Cause.EXPIRY);
    }
  }

  @Test
  void shouldAssessAnewAndSayWhy_whenAPolicyIsPublished() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"));
      bench.alerts();
      var strict = strict(Policy.DEFAULT);

      bench.publish(strict);

      var change = of(BIRMINGHAM, bench.alerts()).get(0);
      assertThat(change.cause()).isEqualTo(Cause.POLICY);
      assertThat(change.policyVersion()).isEqualTo("strict");
      assertThat(change.level()).isEqualTo(Level.MODERATE);
    }
  }

  @Test
  void shouldHaveNoEffect_whenARecordComesAgain() {
    try (var bench = Bench.open(folder)) {
      var report = news("n1", "wire-a", T, Category.ATTACK, "GB-BIR");
      var declaration = declare("s1", "gb-centre", T, Level.SEVERE, "GB");
      bench.publish(report, declaration);
      bench.alerts();
      bench.levels();

      bench.publish(report, declaration);

      assertThat(bench.alerts()).isEmpty();
      assertThat(bench.levels()).isEmpty();
      assertThat(bench.counted(Tally.Entry.DUPLICATE)).isEqualTo(2);
    }
  }

  @Test
  void shouldPassOnTheTraceAndSayWhatItIs_whenAnAlertIsTold() {
    try (var bench = Bench.open(folder)) {
      var headers = new RecordHeaders();
      headers.add("traceparent", "00-1-2-01".getBytes());
      headers.add("secret", "kept back".getBytes());

      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"), headers);

      var told = bench.alertRecords().get(0).headers();
      assertThat(told.lastHeader("traceparent").value()).isEqualTo("00-1-2-01".getBytes());
      assertThat(told.lastHeader("ce_type").value())
          .isEqualTo("io.tocsin.v1.AlertLevelChange".getBytes());
      assertThat(told.lastHeader("secret")).isNull();
    }
  }

  private static Policy strict(Policy policy) {
    return new Policy(
        policy.name(),
        "strict",
        policy.weights(),
        policy.stories(),
        policy.statements(),
        new Policy.Scoring(-10, 2, List.of(0.0, 20.0, 30.0, 40.0)),
        policy.corroboration(),
        policy.hold(),
        policy.maxLateness(),
        policy.forgetAfter(),
        policy.listed());
  }

  private static List<AlertLevelChange> of(Subject subject, List<AlertLevelChange> changes) {
    return changes.stream().filter(change -> change.subject().equals(subject)).toList();
  }
}
