package io.tocsin.wire;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a topic is to be set up.
 *
 * @param retention how long records stay; {@code null} where the topic is compacted
 * @param maxMessageBytes the largest batch that the broker takes
 */
public record TopicSpec(
    String name, int partitions, Cleanup cleanup, Duration retention, int maxMessageBytes) {

  /** What becomes of old records. */
  public enum Cleanup {
    /** They go when their time is over. */
    DELETE,
    /** The latest of each key stays. */
    COMPACT
  }

  /** The topic's settings by Kafka's names. */
  public Map<String, String> config() {
    var config = new TreeMap<String, String>();
    config.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    config.put("max.message.bytes", Integer.toString(maxMessageBytes));
    if (retention != null) {
      config.put("retention.ms", Long.toString(retention.toMillis()));
    }
    return config;
  }
}
