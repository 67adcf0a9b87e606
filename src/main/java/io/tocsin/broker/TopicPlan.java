package io.tocsin.broker;

import java.util.Map;
import java.util.Objects;

/**
 * A topic as it should be.
 *
 * @param name the whole name, prefix included
 * @param partitions at least one
 * @param replication copies; -1 for the broker's default
 * @param config Kafka's own topic settings, by their names; what is not named is the broker's
 *     affair
 */
public record TopicPlan(
    String name, int partitions, short replication, Map<String, String> config) {
  public static final short BROKER_DEFAULT = -1;

  public TopicPlan {
    Objects.requireNonNull(name, "name");
    config = Map.copyOf(config);
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "topic %s: partitions must be at least 1, got %d".formatted(name, partitions));
    }
    if (replication < 1 && replication != BROKER_DEFAULT) {
      throw new IllegalArgumentException(
          "topic %s: replication must be at least 1, or -1, got %d".formatted(name, replication));
    }
  }
}
