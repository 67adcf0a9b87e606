package io.tocsin.bench.measure;

import java.util.Map;

/**
 * One look at a run.
 *
 * @param seconds since any fixed moment
 * @param read of each stage, first that of the input: how many records it has committed
 * @param there of each stage: how many records there are for it by now
 * @param moves whatever moves while anything is done
 * @param cpu seconds that the contender has spent so far
 * @param brokerCpu likewise the broker
 * @param done whether every stage has read everything that there is for it
 */
record Sample(
    double seconds,
    Map<String, Double> read,
    Map<String, Double> there,
    long moves,
    double cpu,
    double brokerCpu,
    boolean done) {
  /** The stage that reads what was published. */
  static final String INPUT = "";

  double input() {
    return read.getOrDefault(INPUT, 0.0);
  }

  /** How many of the published records are through all stages, if stages are alike throughout. */
  double through() {
    double through = input();
    for (var stage : there.entrySet()) {
      if (!stage.getKey().equals(INPUT) && stage.getValue() > 0 && !done) {
        through *= Math.min(1, read.getOrDefault(stage.getKey(), 0.0) / stage.getValue());
      }
    }
    return through;
  }
}
