package io.tocsin.topology;

import io.tocsin.extract.Claims;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** News events of the small world, by chance. */
final class NewsSamples {
  private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2199-12-31T23:59:59.999Z").toEpochMilli();
  private static final String[] ENTITIES = {"isil", "isil-k", "isil-k-cell", "aq", "aqim", "_"};
  private static final String[] REGIONS = {"GB", "GB-ENG", "GB-BIR", "FR", "FR-75", "DE-MUC"};
  private static final String[] SOURCES = {"wire-a", "daily-b", "post-c", "elsewhere", "été"};
  private static final String[] WORDS = {
    "raid", "Police", "said,", "on", "the", "3rd", "café", "Straße", "– „so“", "Полиция", "逮捕",
    "😀", "e\u0301", "don't", "...", "\n"
  };

  private final Random random;

  NewsSamples(long seed) {
    random = new Random(seed);
  }

  /** Names nobody unknown, and leaves out what it likes. */
  NewsEvent ordinary() {
    return event("n" + random.nextInt(), some(ENTITIES, 3), some(REGIONS, 4), this::words);
  }

  /** Says where and what. */
  NewsEvent structured() {
    var event = ordinary();
    return Claims.areGiven(event) || event.isRetracted() ? event : structured();
  }

  /** Does not say both where and what. */
  NewsEvent plain() {
    var event = ordinary();
    return Claims.areGiven(event) ? plain() : event;
  }

  /** With entities or regions in great number, texts at their limits and signs of all kinds. */
  NewsEvent outlandish() {
    return event(
        "n" + "é😀\u00a0\ufffd".repeat(random.nextInt(3)),
        random.nextInt(3) == 0 ? List.of("isil", "nobody") : many(ENTITIES),
        many(REGIONS),
        () -> random.nextBoolean() ? words() : "\ufffd\u0000|".repeat(random.nextInt(50)));
  }

  /** With an id that the reference data does not have. */
  NewsEvent unknown() {
    boolean entity = random.nextBoolean();
    return event(
        "n",
        entity ? List.of("isil", "nobody") : List.of(),
        entity ? List.of("GB") : List.of("FR", "Atlantis"),
        this::words);
  }

  NewsEvent of(String entity, String region) {
    var event = event("n", List.of(entity), List.of(region), this::words);
    return event.isRetracted() || !Claims.areGiven(event) ? of(entity, region) : event;
  }

  private NewsEvent event(
      String id, List<String> entities, List<String> regions, Supplier<String> text) {
    long published = random.nextLong(EARLIEST, LATEST + 1);
    int revision = random.nextInt(3);
    return new NewsEvent(
        id,
        oneOf(SOURCES),
        maybe(() -> oneOf(SOURCES)),
        Instant.ofEpochMilli(published),
        "News: " + text.get(),
        maybe(text),
        maybe(() -> "sr-Latn-RS"),
        maybe(text),
        maybe(() -> "story-" + random.nextInt(5)),
        entities,
        regions,
        maybe(() -> oneOf(Category.values())),
        maybe(() -> oneOf(Credibility.values())),
        revision,
        revision == 0 ? null : Instant.ofEpochMilli(random.nextLong(published, LATEST + 1)),
        random.nextInt(5) == 0 ? NewsEvent.Status.RETRACTED : NewsEvent.Status.USABLE,
        attributes());
  }

  private String words() {
    var text = new StringBuilder();
    boolean ascii = random.nextBoolean();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(WORDS[random.nextInt(ascii ? 6 : WORDS.length)]).append(' ');
    }
    return text.toString();
  }

  private List<String> some(String[] ids, int most) {
    var some = new ArrayList<String>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(oneOf(ids));
    }
    return some;
  }

  private List<String> many(String[] ids) {
    return some(ids, random.nextInt(4) == 0 ? 200 : 5);
  }

  private Map<String, String> attributes() {
    var attributes = new TreeMap<String, String>();
    for (int i = random.nextInt(3); i > 0; i--) {
      attributes.put(words(), words());
    }
    return attributes;
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
