package io.tocsin.wire;

import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import java.util.Optional;
import org.apache.avro.Schema;

/** A {@link NewsEvent} on the wire. */
final class NewsEventShape implements Shape<NewsEvent, io.tocsin.v1.NewsEvent> {

  @Override
  public Schema schema() {
    return io.tocsin.v1.NewsEvent.getClassSchema();
  }

  @Override
  public Optional<PlainBody<NewsEvent>> plainBody() {
    return Optional.of(new NewsEventBody(schema()));
  }

  @Override
  public String title() {
    return "a news event";
  }

  @Override
  public io.tocsin.v1.NewsEvent toAvro(NewsEvent event) {
    return new io.tocsin.v1.NewsEvent(
        event.id(),
        event.source(),
        event.origin(),
        event.publishedAt(),
        event.headline(),
        event.body(),
        event.language(),
        event.url(),
        event.story(),
        event.entities(),
        event.regions(),
        Shape.named(io.tocsin.v1.Category.class, event.category()),
        event.credibility() == null ? null : event.credibility().grade(),
        event.revision(),
        event.revisedAt(),
        Shape.named(io.tocsin.v1.NewsStatus.class, event.status()),
        Shape.ordered(event.attributes()));
  }

  @Override
  public NewsEvent fromAvro(io.tocsin.v1.NewsEvent avro) {
    return new NewsEvent(
        avro.getId(),
        avro.getSource(),
        avro.getOrigin(),
        avro.getPublishedAt(),
        avro.getHeadline(),
        avro.getBody(),
        avro.getLanguage(),
        avro.getUrl(),
        avro.getStory(),
        avro.getEntities(),
        avro.getRegions(),
        Shape.named(Category.class, avro.getCategory()),
        Shape.credibility("credibility", avro.getCredibility()),
        avro.getRevision(),
        avro.getRevisedAt(),
        Shape.named(NewsEvent.Status.class, avro.getStatus()),
        avro.getAttributes());
  }

  @Override
  public void write(NewsEvent event, FieldWriter fields) {
    fields.text("id", event.id());
    fields.text("source", event.source());
    fields.text("origin", event.origin());
    fields.time("publishedAt", event.publishedAt());
    fields.text("headline", event.headline());
    fields.text("body", event.body());
    fields.text("language", event.language());
    fields.text("url", event.url());
    fields.text("story", event.story());
    fields.texts("entities", event.entities());
    fields.texts("regions", event.regions());
    fields.choice("category", event.category());
    if (event.credibility() != null) {
      fields.whole("credibility", event.credibility().grade());
    }
    fields.whole("revision", event.revision());
    fields.time("revisedAt", event.revisedAt());
    fields.choice("status", event.status());
    fields.textMap("attributes", event.attributes());
  }

  @Override
  public NewsEvent read(FieldReader fields) {
    return new NewsEvent(
        fields.text("id"),
        fields.text("source"),
        fields.text("origin"),
        fields.time("publishedAt"),
        fields.text("headline"),
        fields.text("body"),
        fields.text("language"),
        fields.text("url"),
        fields.text("story"),
        fields.texts("entities"),
        fields.texts("regions"),
        fields.choice("category", Category.class),
        fields.credibility("credibility"),
        fields.whole("revision", 0),
        fields.time("revisedAt"),
        fields.choice("status", NewsEvent.Status.class),
        fields.textMap("attributes"));
  }
}
