package io.tocsin.deliver.webhook;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.trace.Tracing;
import io.tocsin.trace.Untold;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What all runs have in common.
 *
 * @param client properties that every Kafka client has in common
 * @param lineage of a region: its own id and those around it
 * @param tracing is told of messages about changes that are part of a trace
 * @param told hears of each change that a receiver has taken, and when; on any thread
 */
public record Surroundings(
    Map<String, Object> client,
    Topics topics,
    Function<String, List<String>> lineage,
    Tracing tracing,
    InstantSource clock,
    BiConsumer<AlertLevelChange, Instant> told) {
  public Surroundings {
    client = Map.copyOf(client);
  }

  /** Where nobody asks how long it takes, nor for traces. */
  public Surroundings(
      Map<String, Object> client,
      Topics topics,
      Function<String, List<String>> lineage,
      InstantSource clock) {
    this(client, topics, lineage, new Untold(), clock, (change, at) -> {});
  }

  /** Without what clients are given: it may hold secrets. */
  @Override
  public String toString() {
    return "around " + topics.alerts().name();
  }

  /** The group that keeps an endpoint's place in the topic of alerts. */
  String group(Endpoint endpoint) {
    return topics.notices().name() + "." + endpoint.id();
  }
}
