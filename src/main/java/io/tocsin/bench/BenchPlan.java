package io.tocsin.bench;

import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be measured, and how.
 *
 * @param partitions of every topic
 * @param threads numbers of threads to try
 * @param storages where to keep state
 * @param only names of contenders; all without one
 * @param rounds how often each contender runs; of these the median counts
 * @param longest after that a run is cut
 * @param heap of each contender's JVM, as {@code -Xmx} takes it
 * @param jvm more flags for each contender's JVM
 * @param sets configuration for Tocsin, beside the bench's own
 * @param warmUp of each load, before latency is noted
 * @param measured how long latency is noted at each load; zero leaves latency out
 * @param within what latency there is no time left for is left out
 */
public record BenchPlan(
    Workload workload,
    int partitions,
    List<Integer> threads,
    List<Storage> storages,
    List<String> only,
    int rounds,
    Duration longest,
    String heap,
    List<String> jvm,
    Map<String, String> sets,
    Duration warmUp,
    Duration measured,
    Duration within) {

  /**
   * @throws IllegalArgumentException with every number that is out of range
   */
  public BenchPlan {
    threads = List.copyOf(threads);
    storages = List.copyOf(storages);
    only = List.copyOf(only);
    jvm = List.copyOf(jvm);
    sets = Map.copyOf(sets);
    var wrong = new ArrayList<String>();
    if (partitions < 1 || partitions > 1_000) {
      wrong.add("partitions must be 1 to 1000, got " + partitions);
    }
    threads.stream()
        .filter(count -> count < 1 || count > 256)
        .forEach(count -> wrong.add("threads must be 1 to 256, got " + count));
    if (rounds < 1 || rounds > 100) {
      wrong.add("rounds must be 1 to 100, got " + rounds);
    }
    if (longest.isNegative() || longest.isZero()) {
      wrong.add("seconds must be more than 0, got " + longest.toSeconds());
    }
    if (!heap.matches("[1-9][0-9]*[kmgKMG]")) {
      wrong.add("memory must be a number and m or g, such as 1g, got " + heap);
    }
    if (wrong.isEmpty() && contenders(threads, storages, only).isEmpty()) {
      wrong.add("only must leave a contender, got " + String.join(",", only));
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
  }

  /** Who runs, in order. */
  public List<Contender> contenders() {
    return contenders(threads, storages, only);
  }

  /** The flags of each contender's JVM; all get the same. */
  public List<String> flags() {
    var flags = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC"));
    flags.addAll(jvm);
    return flags;
  }

  private static List<Contender> contenders(
      List<Integer> threads, List<Storage> storages, List<String> only) {
    return Contender.all(threads, storages).stream()
        .filter(contender -> only.isEmpty() || only.stream().anyMatch(contender::isCalled))
        .toList();
  }
}
