package io.tocsin.bench;

import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Stable;
import io.tocsin.bench.measure.Figures;
import io.tocsin.bench.measure.Latency;
import io.tocsin.bench.measure.LatencyRun;
import io.tocsin.bench.measure.Publishing;
import io.tocsin.bench.measure.Run;
import io.tocsin.topology.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole bench. All contenders run in turn, and then again, so that what else happens on the
 * machine hits all alike.
 */
public final class Bench {
  private static final String PREFIX = "bench";

  private final BenchPlan plan;
  private final BenchWatch watch;
  private final long begun = System.nanoTime();

  public Bench(BenchPlan plan, BenchWatch watch) {
    this.plan = plan;
    this.watch = watch;
  }

  /**
   * Measures; leaves no process and no file behind.
   *
   * @throws IOException where the disk or a process fails
   */
  public BenchReport run() throws IOException, InterruptedException {
    watch.say("starting a broker");
    try (var ground = Ground.open()) {
      var stable =
          new Stable(
              plan.flags(),
              plan.sets(),
              plan.partitions(),
              ground.reference(plan.workload()),
              Settings.ClockKind.STREAM);
      ground.cluster().createInputs(PREFIX, plan.partitions());
      watch.during(
          "publishing",
          plan.workload().news(),
          steps -> Publishing.all(ground.cluster().bootstrap(), PREFIX, plan.workload(), steps));
      var rounds = rounds(ground, stable);
      var runs = new ArrayList<Figures>();
      var spreads = new ArrayList<Double>();
      for (var contender : plan.contenders()) {
        var figures = rounds.get(contender);
        runs.add(median(figures));
        spreads.add(spread(figures));
      }
      return new BenchReport(plan, runs, spreads, latency(ground, stable, runs));
    }
  }

  private Map<Contender, List<Figures>> rounds(Ground ground, Stable stable)
      throws IOException, InterruptedException {
    var run =
        new Run(ground.cluster(), stable, ground.broker(), ground.logs(), PREFIX, plan.longest());
    var rounds = new LinkedHashMap<Contender, List<Figures>>();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (var contender : plan.contenders()) {
        var label =
            plan.rounds() == 1
                ? contender.name()
                : "%s, round %d of %d".formatted(contender.name(), round, plan.rounds());
        var folder = ground.fresh();
        var all = rounds.computeIfAbsent(contender, c -> new ArrayList<>());
        watch.during(
            label, plan.workload().records(), steps -> all.add(run.of(contender, folder, steps)));
        Ground.remove(folder);
        watch.say("  " + inWords(all.get(all.size() - 1)));
      }
    }
    for (var contender : plan.contenders()) {
      run.tidy(contender);
    }
    return rounds;
  }

  private List<Latency> latency(Ground ground, Stable stable, List<Figures> runs)
      throws IOException, InterruptedException {
    var latency = new ArrayList<Latency>();
    if (plan.measured().isZero()) {
      return latency;
    }
    var run =
        new LatencyRun(
            ground.cluster(),
            stable,
            plan.workload(),
            plan.warmUp(),
            plan.measured(),
            begun + plan.within().toNanos());
    for (int i = 0; i < runs.size(); i++) {
      var contender = plan.contenders().get(i);
      if (contender.kind() != Contender.Kind.FLOOR) {
        var folder = ground.fresh();
        latency.addAll(
            run.of(contender, runs.get(i).rate(), folder, at -> watch.say("latency of " + at)));
        Ground.remove(folder);
      }
    }
    return latency;
  }

  private static String inWords(Figures figures) {
    return "%s: %,.0f records/s, %.1f CPU s per million%s"
        .formatted(
            figures.name(),
            figures.rate(),
            figures.cpuPerMillion(),
            figures.complete() ? "" : ", cut at %,.0f records".formatted(figures.records()));
  }

  private static Figures median(List<Figures> figures) {
    return figures.stream()
        .sorted(Comparator.comparingDouble(Figures::rate))
        .toList()
        .get((figures.size() - 1) / 2);
  }

  private static double spread(List<Figures> figures) {
    var rates = figures.stream().mapToDouble(Figures::rate).summaryStatistics();
    return rates.getMin() > 0 ? rates.getMax() / rates.getMin() : 1;
  }
}
