package io.tocsin.wire;

import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** A {@link NewsEvent} in Avro. */
final class NewsEventBody implements PlainBody<NewsEvent> {
  private final Symbols<Category> categories;
  private final Symbols<NewsEvent.Status> statuses;

  NewsEventBody(Schema schema) {
    categories = Symbols.of(schema, "category", Category.class);
    statuses = Symbols.of(schema, "status", NewsEvent.Status.class);
  }

  @Override
  public void write(NewsEvent event, AvroOutput to) {
    to.text(event.id()).text(event.source()).optionalText(event.origin());
    to.time(event.publishedAt()).text(event.headline()).optionalText(event.body());
    to.optionalText(event.language()).optionalText(event.url()).optionalText(event.story());
    to.each(event.entities(), AvroOutput::text).each(event.regions(), AvroOutput::text);
    to.optionalConstant(event.category(), categories);
    if (event.credibility() == null) {
      to.absent();
    } else {
      to.present().number(event.credibility().grade());
    }
    to.number(event.revision()).optionalTime(event.revisedAt());
    to.constant(event.status(), statuses).texts(Shape.ordered(event.attributes()));
  }

  /** Of a body that is not whole no record is made, lest its rules be told instead. */
  @Override
  public NewsEvent read(PlainAvro from) {
    var id = from.text();
    var source = from.text();
    var origin = from.optionalText();
    var publishedAt = from.time();
    var headline = from.text();
    var body = from.optionalText();
    var language = from.optionalText();
    var url = from.optionalText();
    var story = from.optionalText();
    var entities = from.each(PlainAvro::text);
    var regions = from.each(PlainAvro::text);
    var category = from.isPresent() ? from.constant(categories) : null;
    var credibility = from.isPresent() ? from.grade() : null;
    int revision = from.whole();
    var revisedAt = from.optionalTime();
    var status = from.constant(statuses);
    var attributes = new TreeMap<String, String>();
    from.each(entry -> attributes.put(entry.text(), entry.text()));
    if (!from.isComplete()) {
      return null;
    }
    return new NewsEvent(
        id,
        source,
        origin,
        publishedAt,
        headline,
        body,
        language,
        url,
        story,
        entities,
        regions,
        category,
        credibility,
        revision,
        revisedAt,
        status,
        attributes);
  }
}
