package io.tocsin.bench.workload;

/**
 * SplitMix64 (Steele, Lea and Flood, 2014). Each record has dice of its own, so that it is the same
 * whatever was made before it.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  Dice(long seed, long record) {
    state = mixed(seed + GOLDEN) ^ mixed(record * GOLDEN);
  }

  long next() {
    state += GOLDEN;
    return mixed(state);
  }

  /** From 0 to below 1. */
  double unit() {
    return (next() >>> 11) * UNIT;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  private static long mixed(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
