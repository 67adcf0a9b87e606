package io.tocsin.ingest.format;

import io.tocsin.reference.Entities;
import io.tocsin.reference.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Entities by the names that documents give organisations, where that is sure. */
public final class Catalogue {
  private static final int SURE_LETTERS = 5;
  private static final int SHORTEST = 4;

  private final Entities entities;

  public Catalogue(Entities entities) {
    this.entities = entities;
  }

  /**
   * The entity that bears a name. Words of four letters are names of many, so they must be written
   * as the catalogue has them; shorter ones are never sure.
   */
  public Optional<String> named(String name) {
    if (name == null || name.strip().length() < SHORTEST) {
      return Optional.empty();
    }
    var written = name.strip();
    return entities
        .suggest(written)
        .flatMap(entities::find)
        .filter(entity -> written.length() >= SURE_LETTERS || isWritten(entity, written))
        .map(Entity::id);
  }

  /** Those of many names that are sure, each once. */
  public List<String> named(Collection<String> names) {
    return names.stream().map(this::named).flatMap(Optional::stream).distinct().toList();
  }

  private static boolean isWritten(Entity entity, String name) {
    return entity.name().equals(name) || entity.aliases().contains(name);
  }
}
