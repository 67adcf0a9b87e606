package io.tocsin.ingest.feed;

import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.Objects;

/**
 * A record as the next revision of what was published before.
 *
 * <p>Its time is when the item says it was changed; where that does not lie behind what was
 * published last, or lies in the future, it is when the change was found.
 *
 * @param number of the revision
 * @param after arrival time of what was published before
 * @param dated when the item was first published
 * @param found when the feed was looked at
 */
record Revision(int number, Instant after, Instant dated, Instant found) {

  Incoming of(Incoming record) {
    if (record instanceof NewsEvent news) {
      return of(news);
    }
    return record instanceof OfficialStatement statement ? of(statement) : record;
  }

  private NewsEvent of(NewsEvent n) {
    // an item that bears no date is dated by whoever finds it, each time anew
    var published = dated.isBefore(n.publishedAt()) ? dated : n.publishedAt();
    return new NewsEvent(
        n.id(),
        n.source(),
        n.origin(),
        published,
        n.headline(),
        n.body(),
        n.language(),
        n.url(),
        n.story(),
        n.entities(),
        n.regions(),
        n.category(),
        n.credibility(),
        number,
        later(when(n, n.arrivalTime()), published),
        n.status(),
        n.attributes());
  }

  private OfficialStatement of(OfficialStatement s) {
    var when = when(s, s.issuedAt());
    // what is over when it is found stays with its own time
    var issued = s.expiresAt() != null && when.isAfter(s.expiresAt()) ? s.issuedAt() : when;
    return new OfficialStatement(
        s.id(),
        s.authority(),
        issued,
        s.expiresAt(),
        s.reviewBy(),
        s.action(),
        s.level(),
        s.scale(),
        s.scaleVersion(),
        s.nationalLevel(),
        s.entities(),
        s.regions(),
        s.categories(),
        s.references(),
        s.text(),
        s.url(),
        number,
        s.status(),
        s.attributes());
  }

  private Instant when(Incoming record, Instant otherwise) {
    var own = Objects.requireNonNullElse(Updated.of(record), otherwise);
    return own.isAfter(after) && !own.isAfter(found) ? own : later(found, after);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
