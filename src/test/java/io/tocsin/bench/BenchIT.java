package io.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.measure.Figures;
import io.tocsin.bench.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** The whole bench, small: that it comes to its end with figures, not what they are. */
class BenchIT {
  private static final BenchWatch SILENT =
      new BenchWatch() {
        @Override
        public void say(String notice) {}

        @Override
        public void during(String label, long total, Work work)
            throws IOException, InterruptedException {
          LongConsumer unheard = steps -> {};
          work.run(unheard);
        }
      };

  @Test
  void shouldMeasureEveryContender_fromTheFirstRecordToTheChangeItLedTo() throws Exception {
    var plan =
        new BenchPlan(
            new Workload(500, 50, 60, 1, 3, 1, 0, 7),
            2,
            List.of(1),
            List.of(Storage.DURABLE),
            List.of("floor", "naive-alos", "tocsin-eos"),
            1,
            Duration.ofMinutes(3),
            "256m",
            List.of("-XX:TieredStopAtLevel=1"),
            Map.of(),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofHours(1));

    var report = new Bench(plan, SILENT).run();

    assertThat(report.runs())
        .extracting(Figures::name)
        .containsExactly("floor", "naive-alos", "tocsin-eos");
    assertThat(report.runs())
        .allSatisfy(
            run -> {
              assertThat(run.complete()).isTrue();
              assertThat(run.records()).isEqualTo(plan.workload().records());
              assertThat(run.rate()).isPositive();
              assertThat(run.deadLetters()).isZero();
              assertThat(run.logBytesPerRecord()).isPositive();
              assertThat(run.peakMemoryMb()).isPositive();
            });
    assertThat(report.latency()).hasSize(6);
    assertThat(report.latency())
        .allSatisfy(
            at -> {
              assertThat(at.change().samples()).isPositive();
              assertThat(at.change().missing()).isZero();
              assertThat(at.change().p50()).isPositive();
              assertThat(at.ping().p50()).isPositive();
            });
  }
}
