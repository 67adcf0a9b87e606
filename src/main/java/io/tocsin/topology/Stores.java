package io.tocsin.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state stores by name; each is written through to its changelog. */
final class Stores {
  static final String SEQUENCE = "sequence";
  static final String READ_CLOCK = "read-clock";
  static final String STANDINGS = "standings";
  static final String EXHIBITS = "exhibits";
  static final String FILINGS = "filings";
  static final String STATEMENTS = "statements";
  static final String DUE = "due";
  static final String OFFICE = "office";
  static final String MEMBERS = "region-members";
  static final String OVERALLS = "region-overalls";

  private Stores() {}

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name, boolean durable) {
    var supplier =
        durable
            ? org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name)
            : org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            supplier, Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }
}
