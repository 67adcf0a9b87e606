package io.tocsin.ingest.feed;

/** Lets one request at a time in at each host. */
interface Doors {
  /**
   * Waits until the host is free, and takes it.
   *
   * @throws FeedTrouble where that takes longer than the look may last
   */
  void enter(String host, Deadline deadline) throws FeedTrouble, InterruptedException;

  void leave(String host);

  /** For a single look, with nobody beside it. */
  Doors OPEN =
      new Doors() {
        @Override
        public void enter(String host, Deadline deadline) {
          // nobody else asks
        }

        @Override
        public void leave(String host) {
          // nobody waits
        }
      };
}
