package io.tocsin.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state stores by name; each is written through to its changelog, but the shelf, which follows
 * from the others.
 */
final class Stores {
  static final String SEQUENCE = "sequence";
  static final String READ_CLOCK = "read-clock";
  static final String READ_COMMIT = "read-before-commit";
  static final String OVERALL_COMMIT = "overall-before-commit";
  static final String ASSESS_COMMIT = "assess-before-commit";
  static final String STANDINGS = "standings";
  static final String REPORTS = "reports";
  static final String SHELF = "shelf";
  static final String STATEMENTS = "statements";
  static final String INSTRUCTIONS = "instructions";
  static final String OFFICE = "office";
  static final String MEMBERS = "region-members";
  static final String OVERALLS = "region-overalls";

  private Stores() {}

  static StoreBuilder<?> builder(String name, boolean durable, Crew crew) {
    return switch (name) {
      case READ_COMMIT, ASSESS_COMMIT, OVERALL_COMMIT -> BeforeCommit.builder(name, crew);
      case SHELF -> values(name, durable).withLoggingDisabled();
      default -> values(name, durable).withLoggingEnabled(Map.of());
    };
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> values(String name, boolean durable) {
    var supplier =
        durable
            ? org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name)
            : org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            supplier, Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }
}
