package io.tocsin.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The lineages of a forest: each id first, then its ancestors up to the root. */
final class Ancestry {
  private final Map<String, List<String>> lineages = new HashMap<>();

  /** Of children that each name a parent, all of them known, in no circle. */
  static Ancestry of(Map<String, String> parents, Iterable<String> ids) {
    var ancestry = new Ancestry();
    ids.forEach(id -> ancestry.trace(id, parents));
    return ancestry;
  }

  /** The circle that an id's parents run into; empty where they end. */
  static List<String> circle(String id, Map<String, String> parents) {
    var seen = new LinkedHashSet<String>();
    String at = id;
    while (at != null && seen.add(at)) {
      at = parents.get(at);
    }
    return id.equals(at) ? List.copyOf(seen) : List.of();
  }

  /** Empty for an unknown id. */
  List<String> lineage(String id) {
    return lineages.getOrDefault(id, List.of());
  }

  private List<String> trace(String id, Map<String, String> parents) {
    var known = lineages.get(id);
    if (known != null) {
      return known;
    }
    var lineage = new ArrayList<String>();
    lineage.add(id);
    String parent = parents.get(id);
    if (parent != null) {
      lineage.addAll(trace(parent, parents));
    }
    var whole = List.copyOf(lineage);
    lineages.put(id, whole);
    return whole;
  }
}
