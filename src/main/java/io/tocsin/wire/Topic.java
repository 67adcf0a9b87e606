package io.tocsin.wire;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic and what is in it. Reading what is not that throws {@link Unreadable}; a {@code null} key
 * or value stays {@code null}.
 *
 * @param name in full, with the prefix
 */
public record Topic<K, V>(String name, Serde<K> keys, Serde<V> values) {

  /** The same topic read as it is stored, for those who must go on when a record is unreadable. */
  public Topic<byte[], byte[]> raw() {
    return new Topic<>(name, Serdes.ByteArray(), Serdes.ByteArray());
  }
}
