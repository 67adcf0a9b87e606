package io.tocsin.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named lists of countries. */
public final class Groups {
  private final Map<String, Group> byId = new LinkedHashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, List<String>> holding = new HashMap<>();

  Groups(Collection<Group> groups) {
    for (var group : groups) {
      byId.put(group.id(), group);
      members.put(group.id(), Collections.unmodifiableSet(new LinkedHashSet<>(group.members())));
      group
          .members()
          .forEach(m -> holding.computeIfAbsent(m, k -> new ArrayList<>()).add(group.id()));
    }
    holding.replaceAll((country, ids) -> List.copyOf(ids));
  }

  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The countries of a group; empty for an unknown id. */
  public Set<String> members(String id) {
    return members.getOrDefault(id, Set.of());
  }

  /** In the order of the file. */
  public Collection<Group> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** The ids of the groups that a country is in. */
  public List<String> holding(String country) {
    return holding.getOrDefault(country, List.of());
  }
}
