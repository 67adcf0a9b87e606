package io.tocsin.reference;

import io.tocsin.model.Subject;
import java.util.List;
import java.util.Map;

/** Reads entities.csv. */
final class EntityRows {
  static final List<String> COLUMNS = List.of("id", "parent", "kind", "name", "aliases");

  private EntityRows() {}

  static Map<String, Entity> entities(Table table) {
    var catalog = Catalog.of(table, EntityRows::entity);
    catalog.checkParents(Entity::parent);
    return catalog.items();
  }

  private static Entity entity(Row row) {
    var entity =
        new Entity(
            row.id("id"),
            row.optional("parent"),
            row.text("kind"),
            row.text("name"),
            row.list("aliases"));
    if (Subject.UNATTRIBUTED.equals(entity.id())) {
      row.refuse("id", entity.id(), "must not be the unattributed entity");
    }
    return entity;
  }
}
