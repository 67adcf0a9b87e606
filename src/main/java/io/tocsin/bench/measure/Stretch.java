package io.tocsin.bench.measure;

/**
 * What was done between two moments of a run.
 *
 * @param records that were done
 * @param cpu seconds of the contender
 * @param brokerCpu seconds of the broker
 */
record Stretch(double records, double seconds, double cpu, double brokerCpu) {
  private static final double MILLION = 1e6;

  double rate() {
    return seconds > 0 ? records / seconds : 0;
  }

  double cpuPerMillion() {
    return records > 0 ? cpu * MILLION / records : 0;
  }

  double brokerCpuPerMillion() {
    return records > 0 ? brokerCpu * MILLION / records : 0;
  }
}
