package io.tocsin.assess;

/**
 * The most that a subject's rows can come to, whatever stories and statements make of them. While
 * that reaches no level, one more row moves nothing, and its dossier need not be opened for it.
 *
 * @param total the sum of weights in dB to the power of q at {@code latest}, or more
 * @param latest the time of its latest row, in UTC epoch ms
 * @param earliest the time of its earliest row, or before
 */
public record Ceiling(double total, long latest, long earliest) {
  /** Where nobody knows what there is: with whatever comes to it, it is never low. */
  static final Ceiling UNKNOWN =
      new Ceiling(Double.POSITIVE_INFINITY, Long.MIN_VALUE, Long.MAX_VALUE);
}
