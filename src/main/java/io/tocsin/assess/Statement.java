package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import java.util.Set;

/**
 * One revision of an official statement, as it takes effect.
 *
 * @param action COMMENT where the authority spoke about a region that is not its own
 * @param level of a SET_LEVEL, or {@code null}
 * @param nationalLevel the authority's own step, or {@code null}
 * @param expires in UTC epoch ms, or {@code null}
 * @param regions regions and groups: the authority's jurisdiction where none was listed
 * @param scope the regions as listed, which with the entities tell one declaration's scope from
 *     another's
 */
public record Statement(
    String id,
    int revision,
    boolean cancelled,
    String authority,
    Action action,
    Level level,
    String nationalLevel,
    long issued,
    Long expires,
    Set<String> entities,
    Set<String> regions,
    Set<String> scope,
    Set<Category> categories,
    Set<String> references,
    String text,
    String url)
    implements Evidence {
  public Statement {
    entities = Set.copyOf(entities);
    regions = Set.copyOf(regions);
    scope = Set.copyOf(scope);
    categories = Set.copyOf(categories);
    references = Set.copyOf(references);
  }

  @Override
  public long arrival() {
    return issued;
  }

  /** Whether this statement makes the subjects that it lists known. */
  boolean lists() {
    return action != Action.COMMENT && !cancelled;
  }

  /** Whether this statement changes what rows weigh, or what corroborates them. */
  boolean bearsOnRows() {
    return action == Action.CONFIRM
        || action == Action.DENY
        || action == Action.WARN
        || action == Action.ALL_CLEAR;
  }

  boolean corroborates() {
    return action == Action.CONFIRM || action == Action.WARN;
  }
}
