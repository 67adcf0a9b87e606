package io.tocsin.deliver.webhook;

import io.tocsin.wire.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What all runs have in common.
 *
 * @param client properties that every Kafka client has in common
 * @param lineage of a region: its own id and those around it
 */
public record Surroundings(
    Map<String, Object> client,
    Topics topics,
    Function<String, List<String>> lineage,
    InstantSource clock) {
  public Surroundings {
    client = Map.copyOf(client);
  }

  /** The group that keeps an endpoint's place in the topic of alerts. */
  String group(Endpoint endpoint) {
    return topics.notices().name() + "." + endpoint.id();
  }
}
