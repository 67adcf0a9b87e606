package io.tocsin.wire;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A news event where it lies: its fields are found in the message, and no text is made that nobody
 * asks for. Reads what is in Avro of today's schema and in good order; all else is for the codec,
 * which also tells what is wrong. One object reads message after message, for one thread.
 */
public final class NewsSlices {
  /** Of entities, and of regions: lists that are longer are left to the codec. */
  public static final int MOST_ITEMS = 64;

  private static final int MAX_ATTRIBUTES = 1_000;

  private final TodaysSchema schema;
  private final Symbols<Category> categories;
  private final Symbols<NewsEvent.Status> statuses;
  private final PlainAvro avro = new PlainAvro();
  private final Slice id = new Slice();
  private final Slice source = new Slice();
  private final Slice origin = new Slice();
  private final Slice headline = new Slice();
  private final Slice body = new Slice();
  private final Slice language = new Slice();
  private final Slice url = new Slice();
  private final Slice story = new Slice();
  private final Slice attribute = new Slice();
  private final Items entities = new Items();
  private final Items regions = new Items();
  private long published;
  private Category category;
  private Credibility credibility;
  private int revision;
  private long arrival;
  private NewsEvent.Status status;

  NewsSlices(TodaysSchema schema) {
    this.schema = schema;
    this.categories = Symbols.of(schema.schema(), "category", Category.class);
    this.statuses = Symbols.of(schema.schema(), "status", NewsEvent.Status.class);
  }

  /**
   * Whether the message is one of these. Then every rule of a {@link NewsEvent} holds but those of
   * {@link io.tocsin.model.Ids ids} and that there is a headline, for which texts have to be made.
   */
  public boolean read(byte[] message) {
    int start = message == null ? TodaysSchema.NOWHERE : schema.body(message);
    if (start == TodaysSchema.NOWHERE) {
      return false;
    }
    avro.start(message, start);
    avro.text(id);
    avro.text(source);
    avro.optionalText(origin);
    published = avro.number();
    avro.text(headline);
    avro.optionalText(body);
    avro.optionalText(language);
    avro.optionalText(url);
    avro.optionalText(story);
    boolean whole = entities.read(avro) && regions.read(avro);
    category = avro.isPresent() ? avro.constant(categories) : null;
    credibility = avro.isPresent() ? avro.grade() : null;
    revision = avro.whole();
    arrival = avro.isPresent() ? avro.number() : published;
    status = avro.constant(statuses);
    return whole && readAttributes() && avro.isComplete() && isInBounds();
  }

  private boolean readAttributes() {
    int entries = 0;
    for (int block = avro.block(); block > 0; block = avro.block()) {
      entries += block;
      if (entries > MAX_ATTRIBUTES) {
        return false;
      }
      for (int i = 0; i < 2 * block; i++) {
        avro.text(attribute);
        if (avro.isUnusual() || !attribute.isUtf8()) {
          return false;
        }
      }
    }
    return true;
  }

  /** A text has at least as many bytes as characters. */
  private boolean isInBounds() {
    return NewsEvent.isTime(published)
        && NewsEvent.isTime(arrival)
        && arrival >= published
        && revision >= 0
        && headline.length() <= NewsEvent.MAX_HEADLINE
        && body.length() <= NewsEvent.MAX_BODY
        && url.length() <= NewsEvent.MAX_URL
        && language.length() <= NewsEvent.MAX_LANGUAGE
        && language.isUtf8();
  }

  public Slice id() {
    return id;
  }

  public Slice source() {
    return source;
  }

  public Slice origin() {
    return origin;
  }

  public Slice headline() {
    return headline;
  }

  public Slice body() {
    return body;
  }

  public Slice url() {
    return url;
  }

  public Slice story() {
    return story;
  }

  public Items entities() {
    return entities;
  }

  public Items regions() {
    return regions;
  }

  /** In UTC epoch ms. */
  public long published() {
    return published;
  }

  /** When this revision came into being, in UTC epoch ms. */
  public long arrival() {
    return arrival;
  }

  /** {@code null} where none is given. */
  public Category category() {
    return category;
  }

  /** {@code null} where none is given. */
  public Credibility credibility() {
    return credibility;
  }

  public int revision() {
    return revision;
  }

  public boolean isRetracted() {
    return status == NewsEvent.Status.RETRACTED;
  }

  /** The items of a list, doubles among them. */
  public static final class Items {
    private final List<Slice> slices = new ArrayList<>();
    private int size;

    private boolean read(PlainAvro avro) {
      size = 0;
      for (int block = avro.block(); block > 0; block = avro.block()) {
        if (size + block > MOST_ITEMS) {
          return false;
        }
        for (int i = 0; i < block; i++) {
          avro.text(next());
        }
      }
      return true;
    }

    private Slice next() {
      if (size == slices.size()) {
        slices.add(new Slice());
      }
      return slices.get(size++);
    }

    public int size() {
      return size;
    }

    public Slice get(int index) {
      return slices.get(index);
    }
  }
}
