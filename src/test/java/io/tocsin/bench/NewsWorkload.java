package io.tocsin.bench;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Entity;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Region;
import io.tocsin.reference.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Structured news events of about 450 bytes, the same in every run. */
final class NewsWorkload {
  private static final String[] WORDS =
      ("police said the men were held near station after raid in which weapons and documents were"
              + " found on Tuesday as officials warned of further attempts by network members who"
              + " had travelled abroad witnesses spoke of smoke and sirens across the old town")
          .split(" ");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Random random = new Random(7);
  private final List<String> entities;
  private final List<String> regions;
  private final List<String> sources;

  NewsWorkload(Reference reference) {
    entities = reference.entities().all().stream().map(Entity::id).toList();
    regions = reference.regions().all().stream().map(Region::id).toList();
    sources = reference.sources().all().stream().map(Source::id).toList();
  }

  List<NewsEvent> events(int count) {
    var events = new ArrayList<NewsEvent>(count);
    for (int i = 0; i < count; i++) {
      events.add(event(i));
    }
    return events;
  }

  private NewsEvent event(int i) {
    return new NewsEvent(
        "2026-03-01/news/" + i,
        some(sources),
        random.nextInt(4) == 0 ? some(sources) : null,
        START.plusMillis(10L * i),
        words(11),
        words(32),
        "en",
        "https://news.example.org/2026/03/01/story-" + i,
        null,
        List.of(some(entities)),
        List.of(some(regions), some(regions), some(regions)),
        Category.values()[random.nextInt(10)],
        Credibility.PROBABLY_TRUE,
        0,
        null,
        NewsEvent.Status.USABLE,
        Map.of("desk", "europe"));
  }

  /** Of a few often, of many seldom. */
  private String some(List<String> ids) {
    double u = random.nextDouble();
    return ids.get((int) (ids.size() * u * u * u));
  }

  private String words(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
