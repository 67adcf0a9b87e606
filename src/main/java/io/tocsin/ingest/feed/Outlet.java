package io.tocsin.ingest.feed;

import io.tocsin.model.Incoming;
import java.io.IOException;
import java.util.List;

/** Where the records of feeds go. */
public interface Outlet {
  /**
   * Publishes records in order; returns when Kafka has all of them.
   *
   * @param by what tells the feed from other channels, see {@code Channel}
   * @throws IOException where it does not take all; some may be there
   */
  void publish(String by, List<Incoming> records) throws IOException;
}
