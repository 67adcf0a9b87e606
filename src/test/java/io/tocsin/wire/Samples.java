package io.tocsin.wire;

import io.tocsin.model.Action;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.AlertLevelChange.Evidence;
import io.tocsin.model.AlertLevelChange.Rest;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Reliability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Valid records of all kinds, with the nastiest texts, times and numbers that are allowed. */
final class Samples {
  private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2199-12-31T23:59:59.999Z").toEpochMilli();
  private static final List<String> NASTY =
      List.of(
          "",
          "\u0000\u0001\u001f\u007f\u0085",
          "\r\n\t\u2028\u2029",
          "\"\\/{}[]:,",
          "\uFEFF\uFFFE\uFFFF",
          "\uD83D\uDEA8 \uD834\uDD1E \uDBFF\uDFFF",
          "e\u0301 \u202Ertl\u202C \u0130\u0131\u00DF",
          "null");
  private static final double[] NUMBERS = {
    0, -0.0, 1e-5, 1e7, -10, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3
  };

  private final Random random;

  private Samples(long seed) {
    this.random = new Random(seed);
  }

  static Arbitrary<NewsEvent> news() {
    return Arbitraries.longs().map(seed -> new Samples(seed).newsEvent());
  }

  static Arbitrary<OfficialStatement> statements() {
    return Arbitraries.longs().map(seed -> new Samples(seed).statement());
  }

  static Arbitrary<Control> controls() {
    return Arbitraries.longs().map(seed -> new Samples(seed).control());
  }

  static Arbitrary<AlertLevelChange> changes() {
    return Arbitraries.longs().map(seed -> new Samples(seed).change());
  }

  private NewsEvent newsEvent() {
    Instant published = time();
    return new NewsEvent(
        id(),
        id(),
        maybe(this::id),
        published,
        "!" + text(),
        maybe(this::text),
        maybe(() -> "sr-Latn-RS"),
        maybe(this::text),
        maybe(this::id),
        ids(),
        ids(),
        maybe(() -> oneOf(Category.values())),
        maybe(() -> oneOf(Credibility.values())),
        random.nextInt(Integer.MAX_VALUE),
        maybe(() -> notBefore(published)),
        oneOf(NewsEvent.Status.values()),
        attributes());
  }

  private OfficialStatement statement() {
    Instant issued = time();
    return new OfficialStatement(
        id(),
        id(),
        issued,
        maybe(() -> notBefore(issued)),
        maybe(this::time),
        oneOf(Action.values()),
        oneOf(Level.values()),
        maybe(this::id),
        maybe(this::id),
        maybe(this::text),
        ids(),
        ids(),
        random.nextBoolean() ? List.of() : List.of(Category.ATTACK, Category.DENIAL),
        ids(),
        maybe(this::text),
        maybe(this::text),
        random.nextInt(Integer.MAX_VALUE),
        oneOf(OfficialStatement.Status.values()),
        attributes());
  }

  private Control control() {
    Instant at = time();
    return new Control(
        id(),
        oneOf(Control.Type.values()),
        maybe(() -> "e" + id()),
        id(),
        oneOf(Level.values()),
        maybe(() -> notBefore(at)),
        at,
        "!" + text(),
        "!" + text());
  }

  private AlertLevelChange change() {
    return new AlertLevelChange(
        id(),
        id(),
        id(),
        random.nextLong(),
        oneOf(Level.values()),
        oneOf(Level.values()),
        oneOf(Level.values()),
        oneOf(Level.values()),
        number(),
        number(),
        oneOf(Cause.values()),
        maybe(this::id),
        time(),
        time(),
        some(this::evidence),
        new Rest(random.nextInt(), number()),
        some(this::declaration),
        oneOf(Held.values()),
        maybe(this::time),
        text(),
        maybe(this::id));
  }

  private Evidence evidence() {
    return new Evidence(
        id(),
        id(),
        id(),
        id(),
        id(),
        oneOf(Category.values()),
        oneOf(Reliability.values()),
        oneOf(Credibility.values()),
        id(),
        time(),
        text(),
        maybe(this::text),
        number(),
        number());
  }

  private Declaration declaration() {
    return new Declaration(
        id(), id(), oneOf(Level.values()), maybe(this::text), time(), maybe(this::time));
  }

  private String id() {
    var id = new StringBuilder("i");
    random
        .ints(random.nextInt(8), 0x20, 0x11_0000)
        .filter(Samples::fitsId)
        .forEach(id::appendCodePoint);
    return id.toString();
  }

  private String text() {
    var text = new StringBuilder(oneOf(NASTY.toArray(String[]::new)));
    random
        .ints(random.nextInt(20), 0, random.nextBoolean() ? 0x80 : 0x11_0000)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private Instant time() {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.ofEpochMilli(EARLIEST);
      case 1 -> Instant.ofEpochMilli(LATEST);
      default -> Instant.ofEpochMilli(random.nextLong(EARLIEST, LATEST));
    };
  }

  private Instant notBefore(Instant start) {
    return Instant.ofEpochMilli(random.nextLong(start.toEpochMilli(), LATEST + 1));
  }

  private double number() {
    double number =
        random.nextBoolean()
            ? NUMBERS[random.nextInt(NUMBERS.length)]
            : Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : 0.5;
  }

  private List<String> ids() {
    return some(this::id).stream().distinct().toList();
  }

  private Map<String, String> attributes() {
    var attributes = new TreeMap<String, String>();
    some(this::text).forEach(key -> attributes.put(key, text()));
    return attributes;
  }

  private <T> List<T> some(Supplier<T> item) {
    var items = new ArrayList<T>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static boolean fitsId(int c) {
    return c != '|' && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }
}
