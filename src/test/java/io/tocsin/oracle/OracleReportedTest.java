package io.tocsin.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hold by stretches against the hold by looking once a minute, and where the score bends. */
class OracleReportedTest {
  private static final long HOLD = Policy.DEFAULT.hold().toMillis();
  private static final List<Subject> SUBJECTS =
      List.of(new Subject("isil", "GB"), new Subject("aq", "FR"), new Subject("_", "FR"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldAgreeWithTheDefinition_whenSampled(long seed) {
    var evidence = new OracleEvidence(Policy.DEFAULT, new SmallWorld());
    for (var record : Scenarios.random(seed, 300, Duration.ofDays(10))) {
      if (record instanceof NewsEvent event
          && evidence.current(event.id()).map(NewsEvent::revision).orElse(-1) < event.revision()) {
        evidence.replace(event);
      } else if (record instanceof OfficialStatement said && !evidence.statements.isKnown(said)) {
        evidence.add(said);
      }
    }
    var random = new Random(seed);
    for (var subject : SUBJECTS) {
      var score = evidence.score(subject);
      long start = Scenarios.START.toEpochMilli();
      var reported = new OracleReported(Policy.DEFAULT, score, start);
      for (int i = 0; i < 15; i++) {
        long t = start + 1_000L * random.nextInt(12 * 86_400);
        assertThat(reported.reported(t)).as("%s at %d", subject, t).isEqualTo(sampled(score, t));
      }
    }
  }

  private static Level sampled(OracleScore score, long t) {
    long from = Math.max(t - HOLD + 1, score.clearedAt(t));
    var times = new TreeSet<>(score.breakpoints().subSet(Math.min(from, t), true, t, true));
    LongStream.iterate(from, u -> u <= t, u -> u + 60_000).forEach(times::add);
    times.add(t);
    return Level.of(times.stream().mapToInt(score::raw).max().orElseThrow());
  }
}
