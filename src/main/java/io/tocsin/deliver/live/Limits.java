package io.tocsin.deliver.live;

import java.time.Duration;

/**
 * @param listeners the most at a time
 * @param bytesEach that may wait for one client before it is dropped; what is new is written once
 *     and waits once, for however many
 * @param ringBytes that the last changes may take, for those who come again
 * @param heartbeat how often a client is told that the connection stands
 * @param stall how long a client that is told of the past may read nothing
 */
public record Limits(
    int listeners, int bytesEach, long ringBytes, Duration heartbeat, Duration stall) {
  /** What is made for one client alone, since it came again, is not to take more than this. */
  static final int OWN_BYTES = 64 * 1024;

  public static final Limits USUAL =
      new Limits(5_000, 4 << 20, 16L << 20, Duration.ofSeconds(15), Duration.ofSeconds(30));
}
