package io.tocsin.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The looks at a run, in order, and the figures that follow.
 *
 * <p>How far a run is, is the mean of how far its stages are: one that reads everything first and
 * works it off later is half-way when half of all that is done, not when half of it has come out.
 */
final class Course {
  private static final double HALF = 0.5;

  private final List<Sample> samples = new ArrayList<>();

  void add(Sample sample) {
    samples.add(sample);
  }

  Sample last() {
    return samples.get(samples.size() - 1);
  }

  /** Seconds since anything moved. */
  double quiet() {
    return samples.isEmpty() ? 0 : last().seconds() - samples.get(lastMove()).seconds();
  }

  /** Whether a record was read. */
  boolean hasBegun() {
    return !samples.isEmpty() && last().input() > 0;
  }

  /** Seconds since the first record; 0 before it. */
  double sinceBegun() {
    return hasBegun() ? last().seconds() - samples.get(firstMove()).seconds() : 0;
  }

  boolean isComplete() {
    return last().done();
  }

  /** From the first record to the last move; of a run that was cut, to the cut. */
  Stretch whole() {
    var begin = samples.get(firstMove());
    return stretch(begin, end(), end().through() - begin.through());
  }

  /**
   * The second half: by then the JVM has compiled what is worth it. Of a run that was cut nobody
   * knows where half of the work is, so it is the second half of the time.
   */
  Stretch steady() {
    if (isComplete()) {
      var half = samples.get(half());
      return stretch(half, end(), end().input() * (1 - progress(half)));
    }
    var half = samples.get(halfTime());
    return stretch(half, end(), Math.max(0, end().through() - half.through()));
  }

  private static Stretch stretch(Sample from, Sample to, double records) {
    return new Stretch(
        records,
        to.seconds() - from.seconds(),
        to.cpu() - from.cpu(),
        to.brokerCpu() - from.brokerCpu());
  }

  /** The last look at which no more than half was done. */
  private int half() {
    int half = firstMove();
    for (int i = half; i < samples.size() && progress(samples.get(i)) <= HALF; i++) {
      half = i;
    }
    return half;
  }

  private int halfTime() {
    double middle = (samples.get(firstMove()).seconds() + end().seconds()) / 2;
    int half = firstMove();
    while (samples.get(half).seconds() < middle) {
      half++;
    }
    return half;
  }

  private double progress(Sample at) {
    double sum = 0;
    int stages = 0;
    for (var end : end().read().entrySet()) {
      if (end.getValue() > 0) {
        sum += at.read().getOrDefault(end.getKey(), 0.0) / end.getValue();
        stages++;
      }
    }
    return stages == 0 ? 0 : sum / stages;
  }

  /** The last look before the first record was seen to be read. */
  private int firstMove() {
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).input() > 0) {
        return Math.max(0, i - 1);
      }
    }
    return 0;
  }

  private Sample end() {
    return isComplete() ? samples.get(lastMove()) : last();
  }

  private int lastMove() {
    for (int i = samples.size() - 1; i > 0; i--) {
      if (samples.get(i).moves() != samples.get(i - 1).moves()) {
        return i;
      }
    }
    return 0;
  }
}
