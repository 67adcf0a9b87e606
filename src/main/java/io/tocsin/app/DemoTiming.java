package io.tocsin.app;

import io.tocsin.model.Incoming;
import java.time.Duration;
import java.util.List;

/**
 * How long the demo waits after each record: longer after a longer gap, but by its logarithm, so
 * that an hour full of reports can be read and a month without any does not bore.
 */
final class DemoTiming {
  private static final double TOTAL_MILLIS = 55_000;
  private static final double LEAST = 1.0;

  private final long[] waits;

  private DemoTiming(long[] waits) {
    this.waits = waits;
  }

  /**
   * @param speed 1 takes about a minute in all
   */
  static DemoTiming of(List<? extends Incoming> records, double speed) {
    var weights = new double[records.size()];
    double sum = 0;
    for (int i = 0; i + 1 < weights.length; i++) {
      var gap = Duration.between(records.get(i).arrivalTime(), records.get(i + 1).arrivalTime());
      weights[i] = LEAST + Math.log1p(Math.max(0, gap.toMinutes()) / 30.0);
      sum += weights[i];
    }
    var waits = new long[weights.length];
    for (int i = 0; i < waits.length; i++) {
      waits[i] = sum == 0 ? 0 : Math.round(weights[i] / sum * TOTAL_MILLIS / speed);
    }
    return new DemoTiming(waits);
  }

  /** Milliseconds to wait after the record of this index. */
  long after(int index) {
    return waits[index];
  }
}
