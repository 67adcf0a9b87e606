package io.tocsin.app;

import io.tocsin.api.publish.Ingress;
import io.tocsin.client.Connection;
import io.tocsin.client.PublishFailed;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Receipt;
import io.tocsin.client.Stamp;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.ingest.Channel;
import io.tocsin.model.Incoming;
import io.tocsin.trace.TraceContext;
import io.tocsin.wire.CloudEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InterruptException;

/** What comes in over HTTP goes to the topics of its kind. */
final class KafkaIngress implements Ingress, AutoCloseable {
  private final TocsinPublisher publisher;
  private final Signatures signatures;

  /**
   * @param source a URI reference that names who publishes
   * @param signatures vouch for statements
   */
  KafkaIngress(Connection connection, String source, Signatures signatures) {
    this.signatures = signatures;
    this.publisher = TocsinPublisher.open(connection, PublisherSettings.from(source).waiting());
  }

  @Override
  public CompletableFuture<Position> publish(Incoming record, Channel channel, TraceContext trace) {
    try {
      return publisher.publish(record, stamps(channel, trace)).handle(KafkaIngress::position);
    } catch (InterruptException e) {
      return CompletableFuture.failedFuture(new NotTaken(true, "this server is about to stop", e));
    }
  }

  @Override
  public boolean hasRoom() {
    return publisher.hasRoom();
  }

  /** Waits for what is on its way. */
  @Override
  public void close() {
    publisher.close();
  }

  private Stamp[] stamps(Channel channel, TraceContext trace) {
    var stamps = new ArrayList<>(List.of(signatures.by(channel)));
    if (trace.exists()) {
      stamps.add(
          (headers, record, value) -> CloudEvents.putTrace(headers, trace.parent(), trace.state()));
    }
    return stamps.toArray(Stamp[]::new);
  }

  private static Position position(Receipt receipt, Throwable trouble) {
    if (trouble == null) {
      return new Position(receipt.topic(), receipt.partition(), receipt.offset());
    }
    var cause = trouble instanceof CompletionException ? trouble.getCause() : trouble;
    boolean passing = !(cause instanceof PublishFailed failed) || failed.reason().isPassing();
    throw new NotTaken(passing, String.valueOf(cause.getMessage()), cause);
  }
}
