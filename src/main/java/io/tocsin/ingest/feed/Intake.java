package io.tocsin.ingest.feed;

import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.reference.Admission;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Reads documents of feeds, and refuses what a feed may not say. */
final class Intake {
  /** A document may take ten times its size while it is read. */
  private static final int AT_A_TIME = 2;

  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final Formats formats;
  private final Admission admission;
  private final Signatories signatories;

  Intake(Formats formats, Reference reference) {
    this.formats = formats;
    this.admission = new Admission(reference);
    this.signatories = new Signatories(reference.authorities());
  }

  /**
   * The records of a document that the feed may bring.
   *
   * @throws FeedTrouble where the document as a whole is none
   */
  Harvest read(Feed feed, Document document, Speaker speaker)
      throws FeedTrouble, InterruptedException {
    places.acquire();
    try {
      var signed = signatories.of(document.bytes(), speaker.received());
      var behalf = Signatories.behalf(signed, speaker);
      return admitted(feed, signed, harvest(feed, document, behalf));
    } finally {
      places.release();
    }
  }

  private Harvest admitted(Feed feed, Set<String> signed, Harvest harvest) throws FeedTrouble {
    if (harvest.records().isEmpty()) {
      var whole = harvest.refusals().stream().filter(Intake::isWhole).findFirst();
      if (whole.isPresent()) {
        throw new FeedTrouble(Trouble.UNREADABLE, whole.get().problems());
      }
    }
    var taken = new ArrayList<Incoming>();
    var refused = new ArrayList<>(harvest.refusals());
    for (var record : harvest.records()) {
      var problems = problems(feed, signed, record);
      if (problems.isEmpty()) {
        taken.add(record);
      } else {
        refused.add(new Refusal(record.id(), problems));
      }
    }
    return new Harvest(taken, refused);
  }

  private Harvest harvest(Feed feed, Document document, Speaker speaker) throws FeedTrouble {
    try {
      Optional<InputFormat> named = Optional.ofNullable(feed.format()).flatMap(formats::named);
      return named.isPresent()
          ? named.get().read(document, speaker)
          : formats.read(document, speaker);
    } catch (RuntimeException | StackOverflowError e) {
      throw new FeedTrouble(Trouble.BUG, "a format failed on %s: %s".formatted(document, e), e);
    }
  }

  private List<Problem> problems(Feed feed, Set<String> signed, Incoming record) {
    if (record instanceof NewsEvent news) {
      return feed.relay() || news.source().equals(feed.source())
          ? admission.problems(news)
          : List.of(
              new Problem(
                  "source",
                  news.source(),
                  "must be the feed's own; relay: true lets it bring news of others"));
    }
    if (record instanceof OfficialStatement statement) {
      return feed.channel().speaksFor(statement.authority())
              || signed.contains(statement.authority())
          ? admission.problems(statement)
          : List.of(
              new Problem(
                  "authority",
                  statement.authority(),
                  "must be that which the feed is set up for, or which signed the document"));
    }
    return List.of(
        new Problem(
            "control", ((Control) record).id(), "must not come from a feed: analysts send them"));
  }

  private static boolean isWhole(Refusal refusal) {
    return refusal.where().equals(Refusal.DOCUMENT);
  }
}
