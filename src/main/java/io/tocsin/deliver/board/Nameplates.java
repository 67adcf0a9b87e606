package io.tocsin.deliver.board;

import io.tocsin.reference.Folding;
import io.tocsin.reference.Reference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of all entities and regions, folded once, to be searched for a text. */
public final class Nameplates {
  private final Map<String, String> entities = new LinkedHashMap<>();
  private final Map<String, String> regions = new LinkedHashMap<>();

  public Nameplates(Reference reference) {
    reference.entities().all().forEach(e -> put(entities, e.id(), e.name(), e.aliases()));
    reference.regions().all().forEach(r -> put(regions, r.id(), r.name(), r.aliases()));
  }

  private static void put(Map<String, String> plates, String id, String name, List<String> more) {
    var plate = new StringBuilder(Folding.fold(id)).append('\n').append(Folding.fold(name));
    more.forEach(alias -> plate.append('\n').append(Folding.fold(alias)));
    plates.put(id, plate.toString());
  }

  /** Those whose id or one of whose names holds the text, case, marks and punctuation aside. */
  public NamedLike like(String text) {
    return new NamedLike(ids(entities, text), ids(regions, text));
  }

  private static Set<String> ids(Map<String, String> plates, String text) {
    var folded = Folding.fold(text);
    var ids = new HashSet<String>();
    plates.forEach(
        (id, plate) -> {
          if (plate.contains(folded)) {
            ids.add(id);
          }
        });
    return ids;
  }
}
