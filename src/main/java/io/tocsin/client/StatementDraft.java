package io.tocsin.client;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An {@link OfficialStatement} in the making: what is not said stays out. Not for several threads.
 */
public final class StatementDraft {
  private final String id;
  private final String authority;
  private final Instant issuedAt;
  private final Action action;
  private Level level;
  private String nationalLevel;
  private Instant expiresAt;
  private Instant reviewBy;
  private List<String> entities = List.of();
  private List<String> regions = List.of();
  private List<Category> categories = List.of();
  private List<String> references = List.of();
  private String text;
  private String url;
  private int revision;
  private OfficialStatement.Status status = OfficialStatement.Status.ISSUED;

  private StatementDraft(String id, String authority, Instant issuedAt, Action action) {
    this.id = id;
    this.authority = authority;
    this.issuedAt = issuedAt;
    this.action = action;
  }

  /**
   * @param id the same whenever this statement is sent, also as a revision
   * @param authority of authorities.csv
   */
  public static StatementDraft of(String id, String authority, Instant issuedAt, Action action) {
    return new StatementDraft(id, authority, issuedAt, action);
  }

  public StatementDraft level(Level declared) {
    level = declared;
    return this;
  }

  /** A step of the authority's own scale, from which the level follows. */
  public StatementDraft nationalLevel(String step) {
    nationalLevel = step;
    return this;
  }

  /** When it ends by itself. */
  public StatementDraft expires(Instant at) {
    expiresAt = at;
    return this;
  }

  /** An announced "until", which ends nothing. */
  public StatementDraft review(Instant by) {
    reviewBy = by;
    return this;
  }

  public StatementDraft entities(String... ids) {
    entities = List.of(ids);
    return this;
  }

  /** Regions or groups; without them it is about all of the authority's jurisdiction. */
  public StatementDraft regions(String... ids) {
    regions = List.of(ids);
    return this;
  }

  public StatementDraft categories(Category... kinds) {
    categories = List.of(kinds);
    return this;
  }

  /** Ids of earlier statements that this one replaces. */
  public StatementDraft references(String... ids) {
    references = List.of(ids);
    return this;
  }

  public StatementDraft text(String words) {
    text = words;
    return this;
  }

  public StatementDraft url(String address) {
    url = address;
    return this;
  }

  /** A later form of a statement that was published before. */
  public StatementDraft revision(int number) {
    revision = number;
    return this;
  }

  /** A statement that no longer stands; with a {@link #revision}. */
  public StatementDraft cancelled() {
    status = OfficialStatement.Status.CANCELLED;
    return this;
  }

  /**
   * @throws io.tocsin.model.InvalidRecord with every rule that it breaks
   */
  public OfficialStatement statement() {
    return new OfficialStatement(
        id,
        authority,
        issuedAt,
        expiresAt,
        reviewBy,
        action,
        level,
        null,
        null,
        nationalLevel,
        entities,
        regions,
        categories,
        references,
        text,
        url,
        revision,
        status,
        Map.of());
  }
}
