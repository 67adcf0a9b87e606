package io.tocsin.bench;

import io.tocsin.bench.measure.Figures;
import io.tocsin.bench.measure.Latency;
import java.util.List;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param runs of each contender the run with the median rate
 * @param spreads of each contender, in the same order, the greatest rate over the least
 */
public record BenchReport(
    BenchPlan plan, List<Figures> runs, List<Double> spreads, List<Latency> latency) {
  public BenchReport {
    runs = List.copyOf(runs);
    spreads = List.copyOf(spreads);
    latency = List.copyOf(latency);
  }

  /** The floor with as many threads as another run has. */
  public Optional<Figures> floorOf(Figures run) {
    return runs.stream()
        .filter(other -> other.name().startsWith("floor") && other.threads() == run.threads())
        .findFirst();
  }
}
