package io.tocsin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an authority said.
 *
 * @param expiresAt optional: when a declaration ends by itself, where the authority's scheme has
 *     such an end
 * @param reviewBy optional: an announced "until", which ends nothing
 * @param level optional: the declared level; follows from {@code nationalLevel} where that is given
 *     instead
 * @param scale optional: id of the authority's scale
 * @param scaleVersion optional
 * @param nationalLevel optional: the step of the authority's own scale
 * @param entities empty where the statement is about nobody in particular
 * @param regions regions or groups; empty means the authority's jurisdiction
 * @param categories narrow a CONFIRM or DENY to rows of these categories
 * @param references ids of earlier statements that this one replaces
 * @param revision a higher revision cancels the older one
 */
public record OfficialStatement(
    String id,
    String authority,
    Instant issuedAt,
    Instant expiresAt,
    Instant reviewBy,
    Action action,
    Level level,
    String scale,
    String scaleVersion,
    String nationalLevel,
    List<String> entities,
    List<String> regions,
    List<Category> categories,
    List<String> references,
    String text,
    String url,
    int revision,
    Status status,
    Map<String, String> attributes)
    implements Incoming {

  public static final int MAX_TEXT = 100_000;

  /** Whether the statement stands. */
  public enum Status {
    ISSUED,
    CANCELLED
  }

  public OfficialStatement {
    var rules = new Rules();
    rules.id("id", id);
    rules.id("authority", authority);
    rules.time("issuedAt", issuedAt);
    rules.optionalTime("expiresAt", expiresAt);
    rules.notBefore("expiresAt", expiresAt, "issuedAt", issuedAt);
    rules.optionalTime("reviewBy", reviewBy);
    rules.require(action != null, "action", null, "must be given");
    status = Objects.requireNonNullElse(status, Status.ISSUED);
    rules.require(
        action != Action.SET_LEVEL
            || status == Status.CANCELLED
            || level != null
            || nationalLevel != null,
        "level",
        null,
        "or nationalLevel must be given with SET_LEVEL");
    rules.optionalId("scale", scale);
    rules.optionalId("scaleVersion", scaleVersion);
    rules.text("nationalLevel", nationalLevel, Rules.MAX_ID);
    entities = rules.ids("entities", entities);
    regions = rules.ids("regions", regions);
    rules.require(
        !entities.contains(Subject.OVERALL), "entities", "*", "must not name the overall subject");
    categories = rules.list("categories", categories);
    references = rules.ids("references", references);
    rules.text("text", text, MAX_TEXT);
    rules.text("url", url, 2_048);
    rules.revision(revision);
    attributes = rules.attributes(attributes);
    rules.check();
    issuedAt = Rules.millis(issuedAt);
    expiresAt = Rules.millis(expiresAt);
    reviewBy = Rules.millis(reviewBy);
  }

  @Override
  public Instant arrivalTime() {
    return issuedAt;
  }

  public boolean isCancelled() {
    return status == Status.CANCELLED;
  }
}
