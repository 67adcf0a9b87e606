package io.tocsin.api.publish;

import java.time.Duration;

/**
 * How much a server takes on at once. What is beyond is refused, so that memory does not grow with
 * what is sent.
 *
 * @param bodyBytes of one body that is read as a whole, unpacked
 * @param streamBytes of one stream of lines, unpacked
 * @param inFlightBytes of all bodies whose records are not acknowledged yet, together
 * @param requests that publish at once
 * @param grace how long a body may come slower than is asked for
 * @param bytesPerSecond how fast a body must come on the whole, after that
 * @param acknowledgement how long Kafka has for it
 */
public record Limits(
    int bodyBytes,
    long streamBytes,
    long inFlightBytes,
    int requests,
    Duration grace,
    int bytesPerSecond,
    Duration acknowledgement) {
  private static final int MIB = 1024 * 1024;

  /** What a stream has in hand at once: buffers, and lines on their way. */
  static final int STREAM_SHARE = 2 * MIB;

  private static final int SHARE_OF_HEAP = 16;
  private static final int LARGEST_BODY = 16 * MIB;

  /** What fits a heap: records take about six times what their text does. */
  public static Limits forHeap(long heapBytes) {
    long inFlight = Math.max(4 * MIB, heapBytes / SHARE_OF_HEAP);
    return new Limits(
        (int) Math.min(LARGEST_BODY, inFlight),
        4096L * MIB,
        inFlight,
        40,
        Duration.ofSeconds(10),
        1024,
        Duration.ofSeconds(45));
  }
}
