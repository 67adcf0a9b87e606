package io.tocsin.bench.measure;

/**
 * From publishing to the committed change, at one load.
 *
 * @param load in percent of what the contender can do
 * @param rate records a second that were asked for
 * @param sent records a second that were sent; less where the machine could not keep up
 * @param change from publishing a news to reading, committed, the change it led to
 * @param ping from publishing to reading a bare record at the same time
 */
public record Latency(
    String name, int load, double rate, double sent, Delays change, Delays ping) {}
