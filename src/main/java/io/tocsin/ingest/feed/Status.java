package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a feed is doing, and what the next look goes by. Kept in a file.
 *
 * @param reading what the rest depends on, see {@link Feed#reading()}
 * @param movedTo optional: where the address has moved to for good
 * @param validators optional
 * @param files of a folder: what tells each from its next version
 * @param attemptedAt optional: the last look
 * @param succeededAt optional: the last one that went well
 * @param trouble optional: why the last look did not succeed
 * @param why in words; empty without trouble
 * @param refusals of the last document, in words
 */
record Status(
    String reading,
    URI movedTo,
    Validators validators,
    Map<String, String> files,
    Schedule schedule,
    Instant attemptedAt,
    Instant succeededAt,
    Trouble trouble,
    String why,
    Counts counts,
    List<String> refusals) {
  private static final int MOST_REFUSALS = 100;

  /** After so many failures in a row the configured address is asked again. */
  private static final int MOVED_TRUSTED_FOR = 3;

  /**
   * What became of items since the feed is known.
   *
   * @param items how many are known
   */
  record Counts(int items, long published, long revised, long refused) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Edition edition, int known) {
      return new Counts(known, published + edition.fresh(), revised + edition.revised(), refused);
    }

    Counts refused(long more) {
      return new Counts(items, published, revised, refused + more);
    }
  }

  Status {
    files = Map.copyOf(files);
    refusals = List.copyOf(refusals);
  }

  static Status first(Feed feed, Instant now, double chance) {
    return new Status(
        feed.reading(),
        null,
        null,
        Map.of(),
        Schedule.first(now, chance),
        null,
        null,
        null,
        "",
        Counts.NONE,
        List.of());
  }

  /** As it is for a feed that is configured in another way now: looked at soon, and in whole. */
  Status readAs(Feed feed, Instant now, double chance) {
    if (reading.equals(feed.reading())) {
      return this;
    }
    var anew = first(feed, now, chance);
    return new Status(
        anew.reading,
        null,
        null,
        Map.of(),
        anew.schedule,
        attemptedAt,
        succeededAt,
        null,
        "",
        counts,
        List.of());
  }

  /** The edition of a document is published, and so many items are known since. */
  Status published(Edition edition, int known) {
    return with(counts.plus(edition, known), refusals);
  }

  /** These are the items that gave no record; one that was told before is not counted again. */
  Status told(List<Refusal> refused) {
    var told = refused.stream().map(Refusal::toString).toList();
    long unheard = told.stream().filter(text -> !refusals.contains(text)).count();
    return with(counts.refused(unheard), told.stream().limit(MOST_REFUSALS).toList());
  }

  private Status with(Counts latest, List<String> told) {
    return new Status(
        reading,
        movedTo,
        validators,
        files,
        schedule,
        attemptedAt,
        succeededAt,
        trouble,
        why,
        latest,
        told);
  }

  /** All of what came from an address is published. */
  Status fetched(URI moved, Validators latest) {
    return with(moved, latest, files);
  }

  /** All of these files is published. */
  Status filed(Map<String, String> stamps) {
    return with(movedTo, validators, stamps);
  }

  private Status with(URI moved, Validators latest, Map<String, String> stamps) {
    return new Status(
        reading,
        moved,
        latest,
        stamps,
        schedule,
        attemptedAt,
        succeededAt,
        trouble,
        why,
        counts,
        refusals);
  }

  Status succeeded(Instant now, Duration interval, double chance) {
    return ended(schedule.succeeded(now, interval, chance), now, now, null, "", movedTo);
  }

  Status failed(FeedTrouble e, Instant now, Duration interval, double chance) {
    var next = schedule.failed(now, interval, e.leaveAlone(), chance);
    boolean astray = next.failures() >= MOVED_TRUSTED_FOR;
    return ended(next, now, succeededAt, e.trouble(), e.getMessage(), astray ? null : movedTo);
  }

  private Status ended(
      Schedule next, Instant at, Instant success, Trouble reason, String words, URI moved) {
    return new Status(
        reading, moved, validators, files, next, at, success, reason, words, counts, refusals);
  }
}
