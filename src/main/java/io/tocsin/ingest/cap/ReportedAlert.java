package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Excerpt;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.Languages;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Category;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.NewsEvent.Status;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.util.List;

/** An alert that nobody vouches for, as news: of the source that is named, else of its sender. */
final class ReportedAlert {
  private final Alert alert;
  private final String source;
  private final Whereabouts whereabouts;

  ReportedAlert(Alert alert, Speaker speaker, Whereabouts whereabouts) {
    this.alert = alert;
    this.source = speaker.source() == null ? alert.sender() : speaker.source();
    this.whereabouts = whereabouts;
  }

  List<NewsEvent> records() {
    return switch (alert.kind()) {
      case ALERT, UPDATE -> List.of(reported());
      case CANCEL -> retracted();
      case ACK, ERROR -> throw Unsaid.of(alert);
    };
  }

  private NewsEvent reported() {
    var info = alert.info().orElseThrow(Unsaid::nothing);
    var body = Wording.body(info);
    return new NewsEvent(
        id(alert.identifier()),
        source,
        null,
        alert.sent(),
        Excerpt.of(Wording.headline(info), NewsEvent.MAX_HEADLINE),
        body.isEmpty() ? null : Excerpt.of(body, NewsEvent.MAX_BODY),
        Languages.tag(info.language()),
        Wording.link(info),
        story(),
        List.of(),
        whereabouts.of(alert.areas()),
        info.isSecurity() ? Category.WARNING : Category.OTHER,
        null,
        0,
        null,
        Status.USABLE,
        Wording.attributes(alert));
  }

  private List<NewsEvent> retracted() {
    if (alert.references().isEmpty()) {
      throw new InvalidRecord(
          new Problem("references", "", "must name the alerts that a Cancel withdraws"));
    }
    return alert.references().stream().map(this::retracted).toList();
  }

  private NewsEvent retracted(Alert.Reference reference) {
    var headline = alert.info().map(Wording::headline).filter(text -> !text.isEmpty());
    Instant first = reference.sent() == null ? alert.sent() : reference.sent();
    return new NewsEvent(
        id(reference.identifier()),
        source,
        null,
        first,
        Excerpt.of(headline.orElse("Cancelled: " + reference.identifier()), NewsEvent.MAX_HEADLINE),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        1,
        alert.sent(),
        Status.RETRACTED,
        Wording.attributes(alert));
  }

  /** What one update after another tells is one story, known by the message that began it. */
  private String story() {
    return id(
        alert.references().isEmpty() ? alert.identifier() : alert.references().get(0).identifier());
  }

  private String id(String identifier) {
    return Identity.of(source, identifier);
  }
}
