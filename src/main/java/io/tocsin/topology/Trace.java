package io.tocsin.topology;

import io.tocsin.wire.CloudEvents;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What of a record's headers goes on with what it causes. */
final class Trace {
  private Trace() {}

  static Headers of(Headers headers) {
    var kept = new RecordHeaders();
    CloudEvents.passTrace(headers, kept);
    return kept;
  }
}
