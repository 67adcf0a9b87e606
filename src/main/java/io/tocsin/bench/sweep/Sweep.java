package io.tocsin.bench.sweep;

import java.util.ArrayList;
import java.util.List;

/** What can be varied. */
public enum Sweep {
  /** Subjects known: the cost of one more report about any of them. */
  SUBJECTS(true, "subjects", 1_000, 1_000_000, 10),
  /** Rows that a hot subject has: the cost of one more, in order and late. */
  ROWS(true, "rows of the subject", 10, 100_000, 10),
  /** Percent of news that come up to six hours late: the cost of one. */
  LATE(true, "late, percent", 0, 50, 0),
  /** Subjects that one statement covers: the cost for each of them. */
  STATEMENT(true, "subjects covered", 100, 100_000, 10),
  /** Partitions, with everything else as it is. */
  PARTITIONS(false, "partitions", 1, 32, 2),
  /** Stream threads. */
  THREADS(false, "threads", 1, 4, 2);

  private static final int LATE_STEPS = 5;

  private final boolean alone;
  private final String label;
  private final long least;
  private final long usualTop;
  private final int factor;

  Sweep(boolean alone, String label, long least, long usualTop, int factor) {
    this.alone = alone;
    this.label = label;
    this.least = least;
    this.usualTop = usualTop;
    this.factor = factor;
  }

  /** Whether it measures the core alone, in one process without Kafka: a broker adds nothing. */
  public boolean isAlone() {
    return alone;
  }

  /** What it varies, in words. */
  public String label() {
    return label;
  }

  /** The greatest value tried where none is asked for. */
  public long usualTop() {
    return usualTop;
  }

  /** Whether each value is a multiple of the one before. */
  public boolean isLogarithmic() {
    return factor != 0;
  }

  /** The values tried, up to and including the greatest. */
  public List<Long> values(long top) {
    if (top < least) {
      throw new IllegalArgumentException(
          "top must be at least %d for %s, got %d".formatted(least, label, top));
    }
    var values = new ArrayList<Long>();
    for (long value = least; value < top; value = next(value, top)) {
      values.add(value);
    }
    values.add(top);
    return values;
  }

  private long next(long value, long top) {
    return factor == 0 ? value + Math.max(1, (top - least) / LATE_STEPS) : value * factor;
  }
}
