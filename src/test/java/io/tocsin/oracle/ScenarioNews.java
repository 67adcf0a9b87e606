package io.tocsin.oracle;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Random news: scoops, copies, citations, hoaxes, revisions and retractions. */
final class ScenarioNews {
  private static final List<Credibility> GRADES = List.of(Credibility.values());

  private final Choice choice;
  private final Map<String, NewsEvent> latest = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();

  ScenarioNews(Choice choice) {
    this.choice = choice;
  }

  boolean hasSome() {
    return !ids.isEmpty();
  }

  NewsEvent event(Instant at) {
    var copied = hasSome() && choice.oneIn(4) ? recent() : null;
    var headline = copied == null ? choice.words(12) : spaced(copied.headline());
    var body = copied == null ? (choice.oneIn(3) ? null : choice.words(16)) : copied.body();
    var event =
        new NewsEvent(
            choice.id("n", ids.size()),
            source(),
            choice.oneIn(4) ? source() : null,
            at,
            headline,
            body,
            null,
            null,
            choice.oneIn(4) ? story() : null,
            choice.entities(2),
            regions(),
            category(),
            grade(),
            0,
            null,
            NewsEvent.Status.USABLE,
            Map.of());
    ids.add(event.id());
    latest.put(event.id(), event);
    return event;
  }

  /** A higher revision of some event, or its retraction. */
  NewsEvent revision(Instant at) {
    var old = recent();
    boolean moved = choice.oneIn(5);
    var published = old.publishedAt();
    if (moved) {
      published = published.minus(Duration.ofSeconds(choice.random.nextInt(40_000)));
    }
    var revised =
        new NewsEvent(
            old.id(),
            old.source(),
            choice.oneIn(4) ? source() : old.origin(),
            published,
            old.headline(),
            old.body(),
            null,
            null,
            choice.oneIn(4) ? story() : old.story(),
            choice.oneIn(3) ? choice.entities(2) : old.entities(),
            choice.oneIn(3) ? regions() : old.regions(),
            choice.oneIn(3) ? category() : old.category(),
            choice.oneIn(3) ? grade() : old.credibility(),
            old.revision() + 1 + choice.random.nextInt(2),
            at.isBefore(old.arrivalTime()) ? old.arrivalTime() : at,
            choice.oneIn(3) ? NewsEvent.Status.RETRACTED : NewsEvent.Status.USABLE,
            Map.of());
    latest.put(revised.id(), revised);
    return revised;
  }

  private NewsEvent recent() {
    int back = Math.min(ids.size(), choice.oneIn(4) ? 60 : 8);
    return latest.get(ids.get(ids.size() - 1 - choice.random.nextInt(back)));
  }

  private String source() {
    return choice.oneIn(20) ? "stringer" : choice.of(choice.world.sources());
  }

  private String story() {
    int burst = choice.focus == null ? 99 : choice.focus.burst();
    return "story-%d-%d".formatted(burst, choice.random.nextInt(4));
  }

  private List<String> regions() {
    if (choice.oneIn(40)) {
      return List.of();
    }
    return choice.oneIn(5) ? List.of(choice.region(), choice.region()) : List.of(choice.region());
  }

  private Category category() {
    if (choice.oneIn(20)) {
      return null;
    }
    if (choice.focus != null && choice.oneIn(2)) {
      return choice.of(List.of(Category.ATTACK, Category.ATTACK, Category.ATTEMPT, Category.PLOT));
    }
    return choice.of(List.of(Category.values()));
  }

  private Credibility grade() {
    if (choice.oneIn(5)) {
      return null;
    }
    return choice.oneIn(3) ? choice.of(GRADES) : GRADES.get(choice.random.nextInt(2));
  }

  /** The same text in another dress, which makes no difference. */
  private String spaced(String text) {
    return switch (choice.random.nextInt(4)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> text.replace(" ", "  ");
      default -> text;
    };
  }
}
