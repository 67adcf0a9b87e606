package io.tocsin.client;

import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where Tocsin's topics are and how values are written to them.
 *
 * @param properties what every client of Kafka is given, by Kafka's own names
 */
public record Connection(Map<String, Object> properties, Topics topics) {
  private static final String SERVERS = "bootstrap.servers";
  private static final int PATIENCE_MILLIS = 10_000;

  public Connection {
    properties = Map.copyOf(properties);
    Objects.requireNonNull(topics);
  }

  /**
   * Topics with the usual prefix, values in Avro's single-object encoding, no schema registry.
   *
   * @param bootstrapServers {@code host:port}, several separated by commas
   */
  public static Connection to(String bootstrapServers) {
    return new Connection(
        Map.of(SERVERS, bootstrapServers),
        new Topics(Topics.DEFAULT_PREFIX, Codecs.of(Format.AVRO)));
  }

  /** The same with one more property of Kafka's clients: {@code security.protocol}, say. */
  public Connection with(String property, Object value) {
    var more = new HashMap<>(properties);
    more.put(property, value);
    return new Connection(more, topics);
  }

  /** The same with topics under another prefix, or written otherwise. */
  public Connection with(Topics others) {
    return new Connection(properties, others);
  }

  /** Which brokers are asked first. */
  public String servers() {
    return String.valueOf(properties.get(SERVERS));
  }

  /** Properties of a consumer of committed records that commits no positions by itself. */
  public static Map<String, Object> consumer(Map<String, Object> properties) {
    var settings = new HashMap<>(properties);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
    settings.putIfAbsent("request.timeout.ms", PATIENCE_MILLIS);
    return settings;
  }

  /** The servers alone: properties may hold secrets. */
  @Override
  public String toString() {
    return "Kafka at " + servers();
  }
}
