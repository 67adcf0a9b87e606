package io.tocsin.reference;

import io.tocsin.model.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The organisations and networks of which news may speak. */
public final class Entities {
  private final Map<String, Entity> byId;
  private final Ancestry ancestry;
  private final Map<String, Set<String>> kin = new HashMap<>();
  private final NameIndex names = new NameIndex();

  Entities(Map<String, Entity> byId) {
    this.byId = Collections.unmodifiableMap(byId);
    var parents = new HashMap<String, String>();
    byId.values().forEach(entity -> parents.put(entity.id(), entity.parent()));
    ancestry = Ancestry.of(parents, byId.keySet());
    byId.keySet().forEach(this::relate);
    byId.keySet().forEach(id -> names.offer(id, id));
    byId.values().forEach(entity -> names.offer(entity.name(), entity.id()));
    byId.values().forEach(entity -> names.offer(entity.aliases(), entity.id()));
  }

  /** Whether the id is known; {@link Subject#UNATTRIBUTED} is. */
  public boolean has(String id) {
    return Subject.UNATTRIBUTED.equals(id) || byId.containsKey(id);
  }

  /** The id as this table has it, so that equal ids are one object; {@code null} if not known. */
  public String canonical(String id) {
    var entity = byId.get(id);
    if (entity != null) {
      return entity.id();
    }
    return Subject.UNATTRIBUTED.equals(id) ? Subject.UNATTRIBUTED : null;
  }

  /** Empty for {@link Subject#UNATTRIBUTED}, which is nobody. */
  public Optional<Entity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id itself first, then its ancestors; empty for an unknown id. */
  public List<String> lineage(String id) {
    return Subject.UNATTRIBUTED.equals(id) ? List.of(id) : ancestry.lineage(id);
  }

  /** The id itself, its ancestors and its descendants; empty for an unknown id. */
  public Set<String> kin(String id) {
    return Subject.UNATTRIBUTED.equals(id) ? Set.of(id) : kin.getOrDefault(id, Set.of());
  }

  private void relate(String id) {
    for (var relative : ancestry.lineage(id)) {
      kin.computeIfAbsent(relative, r -> new HashSet<>()).add(id);
      kin.computeIfAbsent(id, i -> new HashSet<>()).add(relative);
    }
  }

  /** The id whose id, name or alias a text is, case, marks and punctuation aside. */
  public Optional<String> suggest(String text) {
    return names.find(text);
  }

  /** In the order of the file. */
  public Collection<Entity> all() {
    return byId.values();
  }
}
