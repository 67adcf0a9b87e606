package io.tocsin.client;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A {@link NewsEvent} in the making: what is not said stays out. Not for several threads. */
public final class NewsDraft {
  private final String id;
  private final String source;
  private final Instant publishedAt;
  private final String headline;
  private String body;
  private String url;
  private String language;
  private String origin;
  private String story;
  private List<String> entities = List.of();
  private List<String> regions = List.of();
  private Category category;
  private Credibility credibility;
  private int revision;
  private Instant revisedAt;
  private NewsEvent.Status status = NewsEvent.Status.USABLE;

  private NewsDraft(String id, String source, Instant publishedAt, String headline) {
    this.id = id;
    this.source = source;
    this.publishedAt = publishedAt;
    this.headline = headline;
  }

  /**
   * @param id the same whenever this report is sent, also as a revision
   * @param source of sources.csv; another one counts as a source that nobody knows
   */
  public static NewsDraft of(String id, String source, Instant publishedAt, String headline) {
    return new NewsDraft(id, source, publishedAt, headline);
  }

  public NewsDraft body(String text) {
    body = text;
    return this;
  }

  public NewsDraft url(String address) {
    url = address;
    return this;
  }

  /** BCP 47. */
  public NewsDraft language(String tag) {
    language = tag;
    return this;
  }

  /** The source that the report itself cites. */
  public NewsDraft origin(String cited) {
    origin = cited;
    return this;
  }

  /** An id that all copies of one story share. */
  public NewsDraft story(String shared) {
    story = shared;
    return this;
  }

  /** Ids of entities.csv; without them the text is read for names. */
  public NewsDraft entities(String... ids) {
    entities = List.of(ids);
    return this;
  }

  /** Ids of regions.csv; without them the text is read for places. */
  public NewsDraft regions(String... ids) {
    regions = List.of(ids);
    return this;
  }

  public NewsDraft category(Category kind) {
    category = kind;
    return this;
  }

  public NewsDraft credibility(Credibility grade) {
    credibility = grade;
    return this;
  }

  /** A later form of a report that was published before. */
  public NewsDraft revision(int number, Instant at) {
    revision = number;
    revisedAt = at;
    return this;
  }

  /** A report that no longer stands; with a {@link #revision}. */
  public NewsDraft retracted() {
    status = NewsEvent.Status.RETRACTED;
    return this;
  }

  /**
   * @throws io.tocsin.model.InvalidRecord with every rule that it breaks
   */
  public NewsEvent event() {
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
        Map.of());
  }
}
