package io.tocsin.ingest.feed;

import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;

/**
 * What is remembered of an item of a feed.
 *
 * @param digest of the content that was published last
 * @param revision that was published last
 * @param given the revision that the item gave itself
 * @param updated optional: when the item says that it was changed
 * @param dated when it was first published, as it says or as it was found
 * @param at arrival time of what was published last
 * @param seen the day it was last in the feed
 * @param had whether Kafka has said that it has it; until then it may or may not
 */
record Item(
    String digest,
    int revision,
    int given,
    Instant updated,
    Instant dated,
    Instant at,
    Instant seen,
    boolean had) {

  /** An item that is to be published. */
  static Item of(Incoming published, Incoming found, Instant dated, Instant day) {
    return new Item(
        Digest.of(published),
        revision(published),
        revision(found),
        Updated.of(found),
        dated,
        published.arrivalTime(),
        day,
        false);
  }

  Item seen(Instant day) {
    return new Item(digest, revision, given, updated, dated, at, day, had);
  }

  Item acknowledged() {
    return had ? this : new Item(digest, revision, given, updated, dated, at, seen, true);
  }

  /** Whether a feed shows what it showed before, as copies of it at different ages do. */
  boolean isOlder(Incoming found) {
    if (revision(found) != given) {
      return revision(found) < given;
    }
    var when = Updated.of(found);
    return when != null && updated != null && when.isBefore(updated);
  }

  static int revision(Incoming record) {
    if (record instanceof NewsEvent news) {
      return news.revision();
    }
    return record instanceof OfficialStatement statement ? statement.revision() : 0;
  }
}
