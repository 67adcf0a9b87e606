package io.tocsin.deliver.webhook;

import org.apache.kafka.common.utils.Utils;

/** Where Kafka's clients put a record with a key, as they have since version 0.9. */
final class Partitions {
  private Partitions() {}

  static int of(byte[] key, int count) {
    return Utils.toPositive(Utils.murmur2(key)) % count;
  }
}
