package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A report under construction; its words are its own unless said otherwise. */
final class Reporting {
  private final String id;
  private final Instant published;
  private final Function<Incoming, Scene> sink;
  private String source = "wire-a";
  private String origin;
  private String headline;
  private String story;
  private List<String> entities = List.of("isil");
  private List<String> regions = List.of("FR");
  private Category category = Category.ATTACK;
  private Credibility credibility = Credibility.CONFIRMED;
  private int revision;
  private Instant revisedAt;
  private NewsEvent.Status status = NewsEvent.Status.USABLE;

  Reporting(String id, Instant published, Function<Incoming, Scene> sink) {
    this.id = id;
    this.published = published;
    this.sink = sink;
    this.headline = "What " + id + " has seen";
  }

  Reporting by(String publisher) {
    source = publisher;
    return this;
  }

  Reporting citing(String cited) {
    origin = cited;
    return this;
  }

  Reporting words(String text) {
    headline = text;
    return this;
  }

  Reporting story(String name) {
    story = name;
    return this;
  }

  Reporting about(String... who) {
    entities = List.of(who);
    return this;
  }

  Reporting in(String... where) {
    regions = List.of(where);
    return this;
  }

  Reporting of(Category kind) {
    category = kind;
    return this;
  }

  Reporting graded(Credibility grade) {
    credibility = grade;
    return this;
  }

  Reporting revised(int number, double hours) {
    revision = number;
    revisedAt = Scene.hour(hours);
    return this;
  }

  Reporting retracted() {
    status = NewsEvent.Status.RETRACTED;
    return this;
  }

  Scene sent() {
    return sink.apply(
        new NewsEvent(
            id,
            source,
            origin,
            published,
            headline,
            null,
            null,
            null,
            story,
            entities,
            regions,
            category,
            credibility,
            revision,
            revisedAt,
            status,
            Map.of()));
  }
}
