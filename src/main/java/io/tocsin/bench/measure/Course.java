package io.tocsin.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** The looks at a run, in order, and the figures that follow. */
final class Course {
  private final List<Sample> samples = new ArrayList<>();

  void add(Sample sample) {
    samples.add(sample);
  }

  /** Seconds since anything moved. */
  double quiet() {
    return samples.isEmpty() ? 0 : last().seconds() - samples.get(lastMove()).seconds();
  }

  /**
   * Processor time and time between two shares of the work.
   *
   * @param records that were done between them
   */
  record Stretch(double records, double seconds, double cpu, double brokerCpu) {
    double rate() {
      return seconds > 0 ? records / seconds : 0;
    }

    double cpuPerMillion() {
      return records > 0 ? cpu * 1e6 / records : 0;
    }

    double brokerCpuPerMillion() {
      return records > 0 ? brokerCpu * 1e6 / records : 0;
    }
  }

  /** From the first record to the last move. */
  Stretch whole() {
    return stretch(samples.get(firstMove()), end());
  }

  /** The second half of the records: by then the JVM has compiled what is worth it. */
  Stretch steady() {
    var end = end();
    double half = samples.get(firstMove()).processed() / 2 + end.processed() / 2;
    return stretch(at(half), end);
  }

  private static Stretch stretch(Sample from, Sample to) {
    return new Stretch(
        to.processed() - from.processed(),
        to.seconds() - from.seconds(),
        to.cpu() - from.cpu(),
        to.brokerCpu() - from.brokerCpu());
  }

  /** The moment at which so much was done, between the looks around it. */
  private Sample at(double processed) {
    for (int i = firstMove() + 1; i < samples.size(); i++) {
      var after = samples.get(i);
      if (after.processed() >= processed) {
        var before = samples.get(i - 1);
        double gained = after.processed() - before.processed();
        return between(before, after, gained > 0 ? (processed - before.processed()) / gained : 1);
      }
    }
    return last();
  }

  private static Sample between(Sample before, Sample after, double share) {
    return new Sample(
        mix(before.seconds(), after.seconds(), share),
        mix(before.processed(), after.processed(), share),
        after.moves(),
        mix(before.cpu(), after.cpu(), share),
        mix(before.brokerCpu(), after.brokerCpu(), share),
        false);
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** The last look before the first record was seen to be done. */
  private int firstMove() {
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).processed() > 0) {
        return Math.max(0, i - 1);
      }
    }
    return 0;
  }

  private Sample end() {
    return samples.get(lastMove());
  }

  private int lastMove() {
    for (int i = samples.size() - 1; i > 0; i--) {
      if (samples.get(i).moves() != samples.get(i - 1).moves()) {
        return i;
      }
    }
    return 0;
  }

  Sample last() {
    return samples.get(samples.size() - 1);
  }
}
