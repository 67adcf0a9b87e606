package io.tocsin.bench.workload;

import java.util.Arrays;

/** Ranks by Zipf's law: the k-th comes 1 / k to the power of the exponent as often as the first. */
final class Zipf {
  private final double[] cumulative;

  Zipf(int ranks, double exponent) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += StrictMath.pow(rank + 1.0, -exponent);
      cumulative[rank] = sum;
    }
    for (int rank = 0; rank < ranks; rank++) {
      cumulative[rank] /= sum;
    }
  }

  /** A rank from 0 on. */
  int draw(Dice dice) {
    int at = Arrays.binarySearch(cumulative, dice.unit());
    int rank = at < 0 ? -at - 1 : at + 1;
    return Math.min(rank, cumulative.length - 1);
  }
}
