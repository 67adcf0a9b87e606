package io.tocsin.app;

import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** News of the shipped world as publishers write it: most of it text alone. */
final class PlainNews {
  private static final Instant START = Instant.parse("2015-11-01T00:00:00Z");
  private static final String[] SOURCES = {"reuters", "bbc", "le-monde", "guardian", "a-blog"};
  private static final String[] GROUPS = {"Islamic State", "Al-Qaeda", "Two men", "ISIL"};
  private static final String[] PLACES = {"Birmingham", "Paris", "Brussels", "Kabul", "London"};
  private static final String[] EVENTS = {
    "%s bomb attack kills six in %s",
    "%s arrested over plot in %s, police say",
    "%s: warning of attack in %s",
    "%s link to %s, officials told the Wall Street Journal",
    "Police deny that %s planned attack in %s",
  };

  private final Random random;
  private final List<NewsEvent> sent = new ArrayList<>();

  private PlainNews(long seed) {
    random = new Random(seed);
  }

  /** So many of them in order of arrival, with revisions and retractions, and a TICK at the end. */
  static List<Incoming> of(long seed, int number) {
    var news = new PlainNews(seed);
    var records = new ArrayList<Incoming>();
    var at = START;
    for (int i = 0; i < number; i++) {
      at = at.plusSeconds(60 + news.random.nextInt(7_200));
      records.add(i > 5 && i % 6 == 0 ? news.revision(at) : news.event(i, at));
    }
    var end = at.plus(Duration.ofDays(3));
    records.add(new Control("end", Control.Type.TICK, null, null, null, null, end, null, null));
    return records;
  }

  private NewsEvent event(int number, Instant at) {
    var event =
        event(
            "plain-" + number,
            oneOf(SOURCES),
            at,
            text(),
            text(),
            0,
            null,
            NewsEvent.Status.USABLE);
    sent.add(event);
    return event;
  }

  private NewsEvent revision(Instant at) {
    var old = sent.remove(random.nextInt(sent.size()));
    var status = random.nextInt(3) == 0 ? NewsEvent.Status.RETRACTED : NewsEvent.Status.USABLE;
    return event(old.id(), old.source(), old.publishedAt(), text(), old.body(), 1, at, status);
  }

  private NewsEvent event(
      String id,
      String source,
      Instant published,
      String headline,
      String body,
      int revision,
      Instant revised,
      NewsEvent.Status status) {
    return new NewsEvent(
        id,
        source,
        null,
        published,
        headline,
        body,
        random.nextBoolean() ? "en" : null,
        null,
        null,
        random.nextInt(4) == 0 ? List.of("isil") : List.of(),
        random.nextInt(5) == 0 ? List.of("GB-BIR") : List.of(),
        random.nextInt(5) == 0 ? Category.PLOT : null,
        null,
        revision,
        revised,
        status,
        Map.of());
  }

  private String text() {
    return oneOf(EVENTS).formatted(oneOf(GROUPS), oneOf(PLACES)) + ".";
  }

  private String oneOf(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
