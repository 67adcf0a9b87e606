package io.tocsin.ingest.feed;

import io.tocsin.ingest.Channel;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Incoming;
import java.io.IOException;
import java.util.List;

/** Where the records of feeds go. */
public interface Outlet {
  /**
   * Publishes records in order; returns when Kafka has them.
   *
   * @param by the feed that they come by
   * @return records that Kafka will never take, such as one that is too large
   * @throws IOException where it does not take all of the others now; some may be there
   */
  List<Refusal> publish(Channel by, List<Incoming> records) throws IOException;
}
