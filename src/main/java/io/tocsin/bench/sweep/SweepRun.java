package io.tocsin.bench.sweep;

import io.tocsin.bench.BenchWatch;
import io.tocsin.bench.Ground;
import io.tocsin.bench.contender.Child;
import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Stable;
import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.measure.Publishing;
import io.tocsin.bench.measure.Run;
import io.tocsin.bench.workload.Workload;
import io.tocsin.topology.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries one value after the other, each in a process of its own. */
public final class SweepRun {
  private static final String PREFIX = "bench";
  private static final List<String> MEASURED = List.of("floor", "tocsin-eos");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int USUAL_PARTITIONS = 8;
  private static final int USUAL_THREADS = 2;

  private final SweepPlan plan;
  private final BenchWatch watch;

  public SweepRun(SweepPlan plan, BenchWatch watch) {
    this.plan = plan;
    this.watch = watch;
  }

  /**
   * Measures; writes the plot where the plan names a folder for it.
   *
   * @throws IOException where the disk or a process fails
   */
  public Curve run() throws IOException, InterruptedException {
    var curve = new Curve(plan.sweep(), plan.sweep().isAlone() ? alone() : throughABroker());
    if (plan.into() != null) {
      watch.say("drawn in " + Plot.write(curve, plan.into()));
    }
    return curve;
  }

  private List<Point> alone() throws IOException, InterruptedException {
    var points = new ArrayList<Point>();
    var folder = Files.createTempDirectory("tocsin-bench-");
    try {
      for (long value : plan.sweep().values(plan.top())) {
        watch.say("%,d %s".formatted(value, plan.sweep().label()));
        try (var child = Child.core(CoreSweep.class, flags(), folder, arguments(value, folder))) {
          child.awaitReady(LONGEST);
          var found = child.said().stream().filter(Point::isLine).map(Point::parse).toList();
          found.forEach(point -> watch.say("  " + point.inWords()));
          points.addAll(found);
        }
      }
    } finally {
      Ground.remove(folder);
    }
    return points;
  }

  private List<String> flags() {
    return List.of("-Xms" + plan.heap(), "-Xmx" + plan.heap(), "-XX:+UseParallelGC");
  }

  private List<String> arguments(long value, Path folder) {
    return List.of(
        plan.sweep().name(),
        Long.toString(value),
        Long.toString(plan.records()),
        folder.toString());
  }

  private List<Point> throughABroker() throws IOException, InterruptedException {
    var points = new ArrayList<Point>();
    for (long value : plan.sweep().values(plan.top())) {
      boolean partitions = plan.sweep() == Sweep.PARTITIONS;
      int count = Math.toIntExact(value);
      points.addAll(
          points(value, partitions ? count : USUAL_PARTITIONS, partitions ? USUAL_THREADS : count));
    }
    return points;
  }

  private List<Point> points(long value, int partitions, int threads)
      throws IOException, InterruptedException {
    watch.say("%,d %s".formatted(value, plan.sweep().label()));
    var points = new ArrayList<Point>();
    var workload = Workload.USUAL.withNews(plan.records());
    try (var ground = Ground.open()) {
      var stable =
          new Stable(
              flags(),
              plan.sets(),
              partitions,
              ground.reference(workload),
              Settings.ClockKind.STREAM);
      var cluster = ground.cluster();
      cluster.createInputs(PREFIX, partitions);
      Publishing.all(cluster.bootstrap(), PREFIX, workload, steps -> {});
      var run = new Run(cluster, stable, ground.broker(), ground.logs(), PREFIX, plan.longest());
      for (var contender : contenders(threads)) {
        watch.during(
            contender.name(),
            workload.records(),
            steps -> {
              var figures = run.of(contender, ground.fresh(), steps);
              points.add(
                  new Point(
                      contender.name(),
                      value,
                      // seconds for a million are microseconds for one
                      figures.cpuPerMillion(),
                      figures.rate(),
                      figures.peakMemoryMb()));
            });
        watch.say("  " + points.get(points.size() - 1).inWords());
      }
    }
    return points;
  }

  private static List<Contender> contenders(int threads) {
    return Contender.all(List.of(threads), List.of(Storage.DURABLE)).stream()
        .filter(contender -> MEASURED.contains(contender.name()))
        .toList();
  }
}
