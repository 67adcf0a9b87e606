package io.tocsin.deliver.board;

import io.tocsin.model.Subject;
import java.util.Set;

/**
 * The entities and regions that a text names.
 *
 * @param entities ids
 * @param regions ids
 */
public record NamedLike(Set<String> entities, Set<String> regions) {
  public NamedLike {
    entities = Set.copyOf(entities);
    regions = Set.copyOf(regions);
  }

  /** Whether the entity or the region is among them. */
  boolean takes(Subject subject) {
    return entities.contains(subject.entity()) || regions.contains(subject.region());
  }
}
