package io.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedHealth;
import io.tocsin.ingest.feed.Poller;
import java.time.InstantSource;
import java.util.List;

/**
 * The feeds of a run.
 *
 * @param feeds read from the file before anything starts
 */
record FeedRun(FeedWiring wiring, List<Feed> feeds) {

  /**
   * @throws Failure with everything that is wrong with the file
   */
  static FeedRun of(Options options, InstantSource clock) {
    var wiring = new FeedWiring(options, clock);
    return new FeedRun(wiring, wiring.feeds());
  }

  /** How each is doing, as it was written down after its last look. */
  List<FeedHealth> health() {
    return feeds.stream().map(feed -> FeedHealth.of(feed, wiring.folder())).toList();
  }

  /** Begins to look at them; says what is looked at. */
  Results.Endpoint start(String bootstrap, MeterRegistry meters, Closers closers) {
    var publisher = closers.opened("what feeds publish", wiring.publisher(bootstrap));
    var gear = wiring.gear(wiring.web(), new FeedOutlet(publisher, wiring.signatures()), meters);
    closers.opened("feeds", Poller.start(feeds, gear));
    return new Results.Endpoint("feeds", wiring.summary(feeds));
  }
}
