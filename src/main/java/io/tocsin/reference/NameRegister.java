package io.tocsin.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All regions by each of their folded names; those that bear it as a name before an alias. */
final class NameRegister {
  private final Map<String, Set<String>> ids = new HashMap<>();

  /**
   * @param regions in the order of preference
   */
  NameRegister(Collection<Region> regions) {
    regions.forEach(region -> enter(region.name(), region.id()));
    regions.forEach(region -> region.aliases().forEach(alias -> enter(alias, region.id())));
  }

  List<String> find(String text) {
    return List.copyOf(ids.getOrDefault(Folding.fold(text), Set.of()));
  }

  private void enter(String name, String id) {
    String folded = Folding.fold(name);
    if (!folded.isEmpty()) {
      ids.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(id);
    }
  }
}
