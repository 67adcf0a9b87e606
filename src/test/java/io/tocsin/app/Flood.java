package io.tocsin.app;

import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Many plain reports about many subjects, in order, that end with a TICK. */
final class Flood {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(60);
  private static final List<String> WORDS =
      List.of("police", "station", "bridge", "market", "plan", "cell", "court", "north", "harbour");

  private final Random random;
  private final List<String> countries;
  private final List<String> entities;
  private final List<String> sources;

  private Flood(Reference reference, long seed) {
    this.random = new Random(seed);
    this.countries =
        reference.regions().all().stream()
            .filter(Region::isCountry)
            .map(region -> region.id())
            .toList();
    this.entities = reference.entities().all().stream().map(e -> e.id()).toList();
    this.sources = reference.sources().all().stream().map(s -> s.id()).limit(30).toList();
  }

  static List<Incoming> of(int records, Reference reference, long seed) {
    var flood = new Flood(reference, seed);
    var all = new ArrayList<Incoming>();
    for (int i = 0; i < records - 1; i++) {
      all.add(flood.report(i, START.plus(SPAN.multipliedBy(i).dividedBy(records))));
    }
    all.add(
        new Control(
            "flood-tick", Control.Type.TICK, null, null, null, null, START.plus(SPAN), null, null));
    return all;
  }

  private NewsEvent report(int number, Instant at) {
    return new NewsEvent(
        "flood-" + number,
        any(sources),
        null,
        at,
        "%s %s %s %s %d".formatted(any(WORDS), any(WORDS), any(WORDS), any(WORDS), number),
        null,
        "en",
        null,
        "story-" + number,
        List.of(any(entities)),
        List.of(any(countries)),
        any(List.of(Category.ATTACK, Category.PLOT, Category.ARREST, Category.OTHER)),
        Credibility.PROBABLY_TRUE,
        0,
        null,
        null,
        Map.of());
  }

  private <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
