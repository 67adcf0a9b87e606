package io.tocsin.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ids by folded name. What is offered first keeps a name that several bear, so the order of offers
 * is the order of preference.
 */
final class NameIndex {
  private final Map<String, String> ids = new HashMap<>();

  void offer(String name, String id) {
    String folded = Folding.fold(name);
    if (!folded.isEmpty()) {
      ids.putIfAbsent(folded, id);
    }
  }

  void offer(Collection<String> names, String id) {
    names.forEach(name -> offer(name, id));
  }

  Optional<String> find(String text) {
    return Optional.ofNullable(ids.get(Folding.fold(text)));
  }
}
