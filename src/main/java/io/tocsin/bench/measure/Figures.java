package io.tocsin.bench.measure;

/**
 * What one run came to. Rate and processor time are those of its second half; those of the whole
 * run, from the first record on, are beside them. Of a run that was cut it is the second half of
 * the time, and what counts as done is what is through all stages.
 *
 * @param cpuPerMillion seconds of the contender's process for a million records, compiler and
 *     collector included
 * @param brokerCpuPerMillion likewise of the broker's
 * @param complete whether it went to the end of the topic; else it was cut
 * @param peakMemoryMb the most that the process ever held of memory
 * @param logBytesPerRecord what the broker's logs grew by, for each record of the input
 * @param diskBytesPerRecord what the contender itself wrote to disk
 * @param deadLetters records that were refused; every one of the workload's should be admitted
 */
public record Figures(
    String name,
    int threads,
    double rate,
    double cpuPerMillion,
    double brokerCpuPerMillion,
    double wholeRate,
    double wholeCpuPerMillion,
    double records,
    double seconds,
    boolean complete,
    double peakMemoryMb,
    double logBytesPerRecord,
    double diskBytesPerRecord,
    long pauses,
    double pausedSeconds,
    long deadLetters) {}
