package io.tocsin.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Items by id, in file order, each with the row it came from; refuses an id that comes twice. */
final class Catalog<T> {
  private final Map<String, T> items = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  static <T> Catalog<T> of(Table table, Function<Row, T> reader) {
    var catalog = new Catalog<T>();
    for (var row : table.rows()) {
      String id = row.id("id");
      T item = reader.apply(row);
      if (catalog.items.putIfAbsent(id, item) == null) {
        catalog.rows.put(id, row);
      } else {
        row.refuse("id", id, "must not be given twice, see line " + catalog.rows.get(id).line());
      }
    }
    return catalog;
  }

  Map<String, T> items() {
    return items;
  }

  Row row(String id) {
    return rows.get(id);
  }

  /** Refuses parents that are not there, and circles. */
  void checkParents(Function<T, String> parent) {
    var parents = new LinkedHashMap<String, String>();
    items.forEach((id, item) -> parents.put(id, parent.apply(item)));
    parents.forEach(
        (id, above) -> {
          if (above != null && !items.containsKey(above)) {
            rows.get(id).refuse("parent", above, "must be an id of this file");
          }
          var circle = Ancestry.circle(id, parents);
          if (!circle.isEmpty()) {
            rows.get(id)
                .refuse("parent", above, "must not lead back: " + String.join(" < ", circle));
          }
        });
  }
}
