package io.tocsin.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gazetteer: countries and what lies in them, each with one parent. */
public final class Regions {
  private static final Comparator<Region> LARGEST_FIRST =
      Comparator.comparing(
          Region::population, Comparator.nullsLast(Comparator.<Long>reverseOrder()));

  private final Map<String, Region> byId;
  private final Ancestry ancestry;

  /** Built when first asked for: only a mistaken id asks, and it is dearer than all the rest. */
  private volatile NameIndex names;

  /** Built when first asked for: only documents that name their places in words ask. */
  private volatile NameRegister register;

  Regions(Map<String, Region> byId) {
    this.byId = Collections.unmodifiableMap(byId);
    var parents = new HashMap<String, String>();
    byId.values().forEach(region -> parents.put(region.id(), region.parent()));
    ancestry = Ancestry.of(parents, byId.keySet());
  }

  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The id as this table has it, so that equal ids are one object; {@code null} if not known. */
  public String canonical(String id) {
    var region = byId.get(id);
    return region == null ? null : region.id();
  }

  public Optional<Region> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id itself first, then its ancestors up to the country; empty for an unknown id. */
  public List<String> lineage(String id) {
    return ancestry.lineage(id);
  }

  /** The country a region lies in, itself if it is one; {@code null} for an unknown id. */
  public String country(String id) {
    var lineage = ancestry.lineage(id);
    return lineage.isEmpty() ? null : lineage.get(lineage.size() - 1);
  }

  /** In the order of the file. */
  public Collection<Region> all() {
    return byId.values();
  }

  /**
   * The id that a text most likely means: one whose id, name or alias it is, case, marks and
   * punctuation aside. Of several the one whose name, not alias, it is; then the most populous.
   */
  public Optional<String> suggest(String text) {
    if (names == null) {
      names = index();
    }
    return names.find(text);
  }

  /**
   * The ids of all regions whose name or alias a text is, case, marks and punctuation aside: those
   * that it names before those of which it is an alias, the more populous first.
   */
  public List<String> named(String text) {
    if (register == null) {
      register = new NameRegister(byId.values().stream().sorted(LARGEST_FIRST).toList());
    }
    return register.find(text);
  }

  private NameIndex index() {
    var index = new NameIndex();
    var largestFirst = byId.values().stream().sorted(LARGEST_FIRST).toList();
    byId.keySet().forEach(id -> index.offer(id, id));
    largestFirst.forEach(region -> index.offer(region.name(), region.id()));
    largestFirst.forEach(region -> index.offer(region.aliases(), region.id()));
    return index;
  }
}
