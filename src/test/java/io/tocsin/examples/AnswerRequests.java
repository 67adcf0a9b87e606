package io.tocsin.examples;

import io.tocsin.client.PublishFailed;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Incoming;
import java.util.concurrent.CompletableFuture;

/** What a server answers that publishes what is posted to it: it neither blocks nor grows. */
final class AnswerRequests {
  private final TocsinPublisher publisher;

  AnswerRequests(TocsinPublisher publisher) {
    this.publisher = publisher;
  }

  /** The status of HTTP, once Kafka has the record or will not have it. */
  CompletableFuture<Integer> post(Incoming record) {
    return publisher
        .publish(record)
        .handle((receipt, trouble) -> trouble == null ? 202 : status((PublishFailed) trouble));
  }

  private static int status(PublishFailed failed) {
    return switch (failed.reason()) {
      case BUFFER_FULL -> 429;
      case UNAVAILABLE, CLOSED -> 503;
      case TOO_LARGE -> 413;
      case REFUSED -> 502;
    };
  }
}
