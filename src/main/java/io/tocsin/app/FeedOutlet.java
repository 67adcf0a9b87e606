package io.tocsin.app;

import io.tocsin.client.PublishFailed;
import io.tocsin.client.Receipt;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.ingest.Channel;
import io.tocsin.ingest.feed.Outlet;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Incoming;
import io.tocsin.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InterruptException;

/** Publishes what feeds bring. */
final class FeedOutlet implements Outlet {
  private final TocsinPublisher publisher;
  private final Signatures signatures;

  /**
   * @param signatures vouch for statements
   */
  FeedOutlet(TocsinPublisher publisher, Signatures signatures) {
    this.signatures = signatures;
    this.publisher = publisher;
  }

  @Override
  public List<Refusal> publish(Channel by, List<Incoming> records) throws IOException {
    try {
      var receipts = new ArrayList<CompletableFuture<Receipt>>();
      for (var record : records) {
        receipts.add(publisher.publish(record, signatures.by(by)));
      }
      return refused(records, receipts);
    } catch (InterruptException e) {
      throw new IOException("stopped before Kafka had all of it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped before Kafka had all of it", e);
    }
  }

  private static List<Refusal> refused(
      List<Incoming> records, List<CompletableFuture<Receipt>> receipts)
      throws IOException, InterruptedException {
    var refused = new ArrayList<Refusal>();
    for (int i = 0; i < records.size(); i++) {
      try {
        receipts.get(i).get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof PublishFailed failed)
            || failed.reason() != PublishFailed.Reason.TOO_LARGE) {
          throw new IOException(e.getCause().getMessage(), e);
        }
        refused.add(
            new Refusal(
                records.get(i).id(), List.of(new Problem("record", "", failed.getMessage()))));
      }
    }
    return refused;
  }
}
