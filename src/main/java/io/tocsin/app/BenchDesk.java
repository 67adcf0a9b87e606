package io.tocsin.app;

import io.tocsin.bench.Bench;
import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.BenchReport;
import io.tocsin.bench.BenchWatch;
import io.tocsin.bench.contender.ChildEnded;
import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.bench.sweep.SweepRun;
import java.io.IOException;
import org.apache.kafka.common.errors.InterruptException;

/** Runs benches, and shows how they get on as other commands do. */
final class BenchDesk {
  private final Watch watch;

  BenchDesk(Watch watch) {
    this.watch = watch;
  }

  /**
   * @throws Failure where a process or the disk fails, or the run is asked to end
   */
  BenchReport run(BenchPlan plan) {
    return measured(() -> new Bench(plan, watching()).run());
  }

  /**
   * @throws Failure likewise
   */
  Curve run(SweepPlan plan) {
    return measured(() -> new SweepRun(plan, watching()).run());
  }

  private interface Measuring<T> {
    T run() throws IOException, InterruptedException;
  }

  private static <T> T measured(Measuring<T> measuring) {
    try {
      return measuring.run();
    } catch (ChildEnded | IllegalStateException e) {
      throw new Failure(
          "The bench failed: " + e.getMessage(),
          "It has removed its files; processes that it started have ended.",
          e);
    } catch (IOException e) {
      throw new Failure(
          "The bench failed: " + e,
          "It needs room in the temporary folder; java.io.tmpdir says which that is.",
          e);
    } catch (InterruptException | InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Stopped before everything was measured", "", e);
    }
  }

  private BenchWatch watching() {
    return new BenchWatch() {
      @Override
      public void say(String notice) {
        watch.say(notice);
      }

      @Override
      public void during(String label, long total, Work work)
          throws IOException, InterruptedException {
        try (var progress = watch.begin(label, total)) {
          work.run(progress::step);
        }
      }
    };
  }
}
