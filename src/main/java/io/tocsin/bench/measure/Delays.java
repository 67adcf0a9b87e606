package io.tocsin.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * How long after the moment at which a record should have been sent its word came. Counting from
 * the intended moment, and not from the actual one, is what keeps a stall from hiding the records
 * that waited behind it (coordinated omission).
 *
 * @param p50 in ms, and so on
 * @param missing records whose word had not come when the run ended; each counts with the time it
 *     had waited by then
 */
public record Delays(double p50, double p99, double p999, double max, long samples, long missing) {
  private static final double MICROS_IN_MILLI = 1000;

  static Delays of(Histogram micros, long missing) {
    return new Delays(
        micros.getValueAtPercentile(50) / MICROS_IN_MILLI,
        micros.getValueAtPercentile(99) / MICROS_IN_MILLI,
        micros.getValueAtPercentile(99.9) / MICROS_IN_MILLI,
        micros.getMaxValue() / MICROS_IN_MILLI,
        micros.getTotalCount(),
        missing);
  }
}
