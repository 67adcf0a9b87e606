package io.tocsin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report as a publisher sent it.
 *
 * @param id the event's identity; a revision carries the id of what it revises
 * @param source the publisher's id
 * @param origin optional: the source that the report itself cites
 * @param body optional
 * @param language optional: BCP 47
 * @param url optional
 * @param story optional: an id that all copies of one story share
 * @param entities canonical entity ids; empty where the publisher named none
 * @param regions gazetteer ids; empty where the publisher named none
 * @param category optional
 * @param credibility optional: what the publisher itself grades the report
 * @param revision 0 for the first
 * @param revisedAt optional: when this revision was made
 * @param attributes whatever else the publisher wants carried along
 */
public record NewsEvent(
    String id,
    String source,
    String origin,
    Instant publishedAt,
    String headline,
    String body,
    String language,
    String url,
    String story,
    List<String> entities,
    List<String> regions,
    Category category,
    Credibility credibility,
    int revision,
    Instant revisedAt,
    Status status,
    Map<String, String> attributes)
    implements Incoming {

  public static final int MAX_HEADLINE = 2_000;
  public static final int MAX_BODY = 1_000_000;
  public static final int MAX_LANGUAGE = 35;
  public static final int MAX_URL = 2_048;

  /** Whether the report stands. */
  public enum Status {
    USABLE,
    RETRACTED
  }

  public NewsEvent {
    var rules = new Rules();
    rules.id("id", id);
    rules.id("source", source);
    rules.optionalId("origin", origin);
    rules.time("publishedAt", publishedAt);
    rules.require(headline != null && !headline.isBlank(), "headline", null, "must not be blank");
    rules.text("headline", headline, MAX_HEADLINE);
    rules.text("body", body, MAX_BODY);
    rules.text("language", language, MAX_LANGUAGE);
    rules.text("url", url, MAX_URL);
    rules.optionalId("story", story);
    entities = rules.ids("entities", entities);
    regions = rules.ids("regions", regions);
    rules.require(
        !entities.contains(Subject.OVERALL), "entities", "*", "must not name the overall subject");
    rules.revision(revision);
    rules.optionalTime("revisedAt", revisedAt);
    rules.notBefore("revisedAt", revisedAt, "publishedAt", publishedAt);
    status = Objects.requireNonNullElse(status, Status.USABLE);
    attributes = rules.attributes(attributes);
    rules.check();
    publishedAt = Rules.millis(publishedAt);
    revisedAt = Rules.millis(revisedAt);
  }

  /** When this record came into being: the revision's time where it is one. */
  @Override
  public Instant arrivalTime() {
    return revisedAt == null ? publishedAt : revisedAt;
  }

  /** Whether a time, in UTC epoch ms, is one that a record may bear. */
  public static boolean isTime(long time) {
    return Rules.isTime(time);
  }

  public boolean isRetracted() {
    return status == Status.RETRACTED;
  }
}
