package io.tocsin.bench.measure;

/**
 * One look at a run.
 *
 * @param seconds since any fixed moment
 * @param processed records that are through all stages
 * @param moves whatever moves while anything is done
 * @param cpu seconds that the contender has spent so far
 * @param brokerCpu likewise the broker
 * @param done whether everything there is has been read at every stage
 */
record Sample(
    double seconds, double processed, long moves, double cpu, double brokerCpu, boolean done) {}
