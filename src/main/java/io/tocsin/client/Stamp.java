package io.tocsin.client;

import io.tocsin.model.Incoming;
import org.apache.kafka.common.header.Headers;

/** Adds headers to a record that is about to be published: a signature, a trace. */
@FunctionalInterface
public interface Stamp {
  /**
   * @param record as it was given
   * @param value the bytes that are published of it
   */
  void on(Headers headers, Incoming record, byte[] value);
}
