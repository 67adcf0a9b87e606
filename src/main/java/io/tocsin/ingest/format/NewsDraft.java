package io.tocsin.ingest.format;

import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A news event in the making. What is not of use is left out; only the record's rules refuse. */
public final class NewsDraft {
  private static final int LONGEST_ATTRIBUTE = 1_000;
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final String id;
  private final String source;
  private final Instant publishedAt;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private String headline;
  private String body;
  private String language;
  private String url;
  private String story;
  private List<String> entities = List.of();
  private List<String> regions = List.of();
  private Category category;
  private int revision;
  private Instant revisedAt;
  private NewsEvent.Status status = NewsEvent.Status.USABLE;

  public NewsDraft(String id, String source, Instant publishedAt) {
    this.id = id;
    this.source = source;
    this.publishedAt = publishedAt;
  }

  /** The first of these that says something, cut where it is longer than a headline may be. */
  public NewsDraft headline(String... candidates) {
    for (var candidate : candidates) {
      if (headline == null && candidate != null && !candidate.isBlank()) {
        headline = Excerpt.of(candidate.strip(), NewsEvent.MAX_HEADLINE);
      }
    }
    return this;
  }

  public NewsDraft body(String text) {
    body = text == null || text.isBlank() ? null : text.strip();
    return this;
  }

  /** Taken where it is a tag of BCP 47. */
  public NewsDraft language(String tag) {
    language = Languages.tag(tag);
    return this;
  }

  /** Taken where it is an absolute address of the web, not too long. */
  public NewsDraft url(String address) {
    url = isWeb(address) ? address : null;
    return this;
  }

  public NewsDraft story(String shared) {
    story = shared;
    return this;
  }

  public NewsDraft entities(List<String> ids) {
    entities = ids;
    return this;
  }

  public NewsDraft regions(List<String> ids) {
    regions = ids;
    return this;
  }

  public NewsDraft category(Category kind) {
    category = kind;
    return this;
  }

  /**
   * That the item was changed since it was first published.
   *
   * @param version optional: the publisher's own number. Without one a revision is numbered by the
   *     seconds since the item was first published, so that a later one is always the higher
   */
  public NewsDraft revised(Integer version, Instant when) {
    boolean later = when != null && when.isAfter(publishedAt);
    if (version != null) {
      revision = version == 1 && !later ? 0 : version;
    } else if (later) {
      long millis = Duration.between(publishedAt, when).toMillis();
      revision = (int) Math.min(Integer.MAX_VALUE, (millis + 999) / 1_000);
    }
    revisedAt = revision > 0 && when != null && !when.isBefore(publishedAt) ? when : null;
    return this;
  }

  /**
   * That the item bears the time of this version alone: numbered by the seconds since 2000, since
   * nothing tells when the first one was.
   */
  public NewsDraft versionOf(Instant when) {
    long seconds = Math.max(1, Duration.between(EPOCH, when).toSeconds());
    revision = (int) Math.min(Integer.MAX_VALUE - 1, seconds);
    revisedAt = when.isBefore(publishedAt) ? null : when;
    return this;
  }

  /**
   * That the publisher took it back. What bears no number of a revision stands above all that do:
   * nothing says that it was put back since.
   */
  public NewsDraft retracted() {
    status = NewsEvent.Status.RETRACTED;
    return this;
  }

  /** Carried along where it says something. */
  public NewsDraft attribute(String key, String value) {
    if (value != null && !value.isBlank()) {
      attributes.put(key, Excerpt.of(value.strip(), LONGEST_ATTRIBUTE));
    }
    return this;
  }

  /**
   * The event, or an authority's {@link Comment} where the speaker is one.
   *
   * @param item what the publisher calls the item
   * @throws io.tocsin.model.InvalidRecord with every rule that is broken
   */
  public Incoming record(Speaker speaker, String item) {
    var event = event();
    return speaker.authority() == null
        ? event
        : Comment.of(
            speaker.authority(),
            item,
            event.arrivalTime(),
            body == null ? headline : headline + "\n" + body,
            url,
            event.revision(),
            status,
            attributes);
  }

  /**
   * @throws io.tocsin.model.InvalidRecord with every rule that is broken
   */
  public NewsEvent event() {
    boolean last = status == NewsEvent.Status.RETRACTED && revision == 0;
    return new NewsEvent(
        id,
        source,
        null,
        publishedAt,
        headline,
        body,
        language,
        url,
        story,
        entities,
        regions,
        category,
        null,
        last ? Integer.MAX_VALUE : revision,
        revisedAt,
        status,
        attributes);
  }

  private static boolean isWeb(String address) {
    if (address == null || address.length() > NewsEvent.MAX_URL) {
      return false;
    }
    try {
      var uri = new URI(address.strip());
      return uri.getHost() != null && uri.getScheme().matches("(?i)https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
