package io.tocsin.api.read;

import java.util.Map;
import java.util.TreeMap;

/**
 * How records come through at this moment.
 *
 * @param lag records that wait to be read, by topic
 * @param latency from when a record was written to a topic until it was taken from there, in
 *     milliseconds, by the step that takes it
 */
public record Flow(Map<String, Long> lag, Map<String, Latency> latency) {
  /** Where no processor runs. */
  public static final Flow NONE = new Flow(Map.of(), Map.of());

  public Flow {
    lag = new TreeMap<>(lag);
    latency = new TreeMap<>(latency);
  }

  /** Since the processor was started. */
  public record Latency(double mean, double greatest) {}
}
