package io.tocsin.ingest.newsml;

import io.tocsin.ingest.format.Comment;
import io.tocsin.ingest.format.Dates;
import io.tocsin.ingest.format.Excerpt;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.Languages;
import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.Tag;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.NewsEvent.Status;
import io.tocsin.model.Problem;
import io.tocsin.reference.Regions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One item, in one of its versions. */
final class NewsItem {
  private static final int LEAD = 200;

  private final Tag item;
  private final Tag meta;
  private final Tag content;
  private final Speaker speaker;
  private final Regions regions;

  /**
   * @throws InvalidRecord where it has no metadata
   */
  NewsItem(Tag item, Speaker speaker, Regions regions) {
    this.item = item;
    this.meta =
        item.child("itemMeta")
            .orElseThrow(() -> refused("itemMeta", "", "must be given in a newsItem"));
    this.content = item.child("contentMeta").orElse(meta);
    this.speaker = speaker;
    this.regions = regions;
  }

  /**
   * @throws InvalidRecord where it may not be published, or misses what a record needs
   */
  Incoming record() {
    var guid =
        item.attribute("guid")
            .orElseThrow(() -> refused("guid", "", "must be given in a newsItem"));
    var status = status();
    refuseEmbargo();
    int revision = revision();
    Instant created = date(meta, "versionCreated").orElse(speaker.received());
    Instant first = revision == 0 ? created : first(created);
    var headline = headline(guid, status);
    var body = body();
    var attributes = new Codes(item, meta, content).attributes();
    if (speaker.authority() != null) {
      return Comment.of(
          speaker.authority(),
          guid,
          created,
          body == null ? headline : headline + "\n" + body,
          null,
          revision,
          status,
          attributes);
    }
    var source = Provider.id(meta, speaker);
    return new NewsEvent(
        Identity.of(source, guid),
        source,
        null,
        first,
        headline,
        body,
        language(),
        null,
        null,
        List.of(),
        new Codes(item, meta, content).regions(regions),
        null,
        null,
        revision,
        revision == 0 ? null : created,
        status,
        attributes);
  }

  private Status status() {
    var code = meta.child("pubStatus").map(Codes::code).orElse("usable");
    return switch (code) {
      case "usable" -> Status.USABLE;
      case "canceled", "cancelled" -> Status.RETRACTED;
      default ->
          throw refused(
              "pubStatus", code, "must be usable or canceled: nothing else may be published");
    };
  }

  /** One without a date lasts until a version without it comes. */
  private void refuseEmbargo() {
    var embargo = meta.child("embargoed");
    if (embargo.isPresent()) {
      var until = Dates.parse(embargo.get().text());
      if (until.isEmpty() || until.get().isAfter(speaker.received())) {
        throw refused("embargoed", embargo.get().text(), "must be past: publish it after that");
      }
    }
  }

  /** Versions count from 1. */
  private int revision() {
    var version = item.attribute("version").orElse("1");
    try {
      return Math.max(0, Integer.parseInt(version) - 1);
    } catch (NumberFormatException e) {
      throw refused("version", version, "must be a whole number");
    }
  }

  /** When the first version was made, as far as the item says. */
  private Instant first(Instant created) {
    return Stream.of(date(meta, "firstCreated"), date(content, "contentCreated"))
        .flatMap(Optional::stream)
        .filter(time -> !time.isAfter(created))
        .findFirst()
        .orElse(created);
  }

  private String headline(String guid, Status status) {
    return Stream.of(
            content.texts("headline").stream(),
            InlineText.headline(item).stream(),
            content.texts("slugline").stream(),
            meta.texts("title").stream(),
            Optional.ofNullable(body()).map(text -> Excerpt.lead(text, LEAD)).stream(),
            status == Status.RETRACTED ? Stream.of("Canceled: " + guid) : Stream.<String>of())
        .flatMap(texts -> texts)
        .map(PlainText::line)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> Excerpt.of(text, NewsEvent.MAX_HEADLINE))
        .orElseThrow(() -> refused("headline", "", "must be given: no text at all"));
  }

  /** Pictures and videos have a description instead. */
  private String body() {
    var inline = InlineText.body(item);
    var text = inline.isEmpty() ? described() : inline;
    return text.isEmpty() ? null : Excerpt.of(text, NewsEvent.MAX_BODY);
  }

  /** In the language of the first, where there are several. */
  private String described() {
    var texts = content.children("description");
    var first = texts.isEmpty() ? "" : texts.get(0).attribute("xml:lang").orElse("");
    return texts.stream()
        .filter(text -> text.attribute("xml:lang").orElse("").equals(first))
        .map(text -> PlainText.lines(text.text()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String language() {
    return Languages.tag(
        content
            .child("language")
            .flatMap(language -> language.attribute("tag"))
            .or(() -> item.attribute("xml:lang"))
            .orElse(null));
  }

  private static Optional<Instant> date(Tag tag, String name) {
    return tag.text(name).flatMap(Dates::parse);
  }

  private static InvalidRecord refused(String field, String value, String rule) {
    return new InvalidRecord(new Problem(field, value, rule));
  }
}
