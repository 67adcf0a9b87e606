package io.tocsin.ingest.feed;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * How a feed is doing.
 *
 * @param where its address or path, without what may be secret
 * @param movedTo optional: where the address has moved to for good
 * @param attemptedAt optional: the last look
 * @param succeededAt optional: the last one that went well
 * @param nextAt optional: not before then it is looked at again
 * @param failures in a row
 * @param trouble optional: why the last look did not succeed
 * @param why in words; empty without trouble
 * @param items how many are known
 * @param published new items since the feed is known
 * @param revised changed items since then
 * @param refused items that gave no record since then, the same one once
 * @param refusals of the last document, in words
 */
public record FeedHealth(
    String id,
    State state,
    String where,
    String movedTo,
    Instant attemptedAt,
    Instant succeededAt,
    Instant nextAt,
    int failures,
    Trouble trouble,
    String why,
    int items,
    long published,
    long revised,
    long refused,
    List<String> refusals) {

  /** In a word. */
  public enum State {
    /** Never looked at. */
    NEW,
    FINE,
    TROUBLED
  }

  public FeedHealth {
    refusals = List.copyOf(refusals);
  }

  /** As it was written down after the feed's last look. */
  public static FeedHealth of(Feed feed, StateFolder folder) {
    try {
      var status = folder.status(feed.id());
      return status.isEmpty() ? unknown(feed, State.NEW, null, "") : of(feed, status.get());
    } catch (IOException e) {
      return unknown(feed, State.TROUBLED, Trouble.NO_STATE, "cannot be read: " + e);
    }
  }

  private static FeedHealth of(Feed feed, Status status) {
    return new FeedHealth(
        feed.id(),
        status.attemptedAt() == null
            ? State.NEW
            : status.trouble() == null ? State.FINE : State.TROUBLED,
        feed.place().shown(),
        status.movedTo() == null ? null : Feed.Web.shown(status.movedTo()),
        status.attemptedAt(),
        status.succeededAt(),
        status.schedule().next(),
        status.schedule().failures(),
        status.trouble(),
        status.why(),
        status.counts().items(),
        status.counts().published(),
        status.counts().revised(),
        status.counts().refused(),
        status.refusals());
  }

  private static FeedHealth unknown(Feed feed, State state, Trouble trouble, String why) {
    return new FeedHealth(
        feed.id(),
        state,
        feed.place().shown(),
        null,
        null,
        null,
        null,
        0,
        trouble,
        why,
        0,
        0,
        0,
        0,
        List.of());
  }
}
