package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Document;
import java.net.URI;

/** What a server answered to a request for a feed. */
sealed interface Answer {

  /** The document. */
  record Whole(Document document, Validators validators) implements Answer {}

  /** Not modified, or nothing there. */
  record Unchanged() implements Answer {}

  /**
   * It is elsewhere.
   *
   * @param forGood whether later requests should go there at once (301 and 308)
   */
  record Moved(URI to, boolean forGood) implements Answer {}
}
