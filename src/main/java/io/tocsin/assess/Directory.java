package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which subjects are known, by country and entity: a statement about a country is asked of each
 * entity once, and not of each subject.
 */
public final class Directory {
  private final UnaryOperator<String> countryOf;
  private final Map<String, Map<String, Set<String>>> regions = new HashMap<>();
  private int size;

  /**
   * @param countryOf the country of a region
   */
  public Directory(UnaryOperator<String> countryOf) {
    this.countryOf = countryOf;
  }

  public void enter(Subject subject) {
    regions
        .computeIfAbsent(countryOf.apply(subject.region()), country -> new HashMap<>())
        .compute(subject.entity(), (entity, known) -> joined(known, subject.region()));
  }

  public int size() {
    return size;
  }

  /** Most entities are known in one place of a country only, and a set for one is small. */
  private Set<String> joined(Set<String> known, String region) {
    if (known != null && known.contains(region)) {
      return known;
    }
    size++;
    if (known == null) {
      return Set.of(region);
    }
    var all = known.size() == 1 ? new HashSet<>(known) : known;
    all.add(region);
    return all;
  }

  public boolean has(Subject subject) {
    var entities = regions.get(countryOf.apply(subject.region()));
    var places = entities == null ? null : entities.get(subject.entity());
    return places != null && places.contains(subject.region());
  }

  /** All of them, in no order. */
  public List<Subject> all() {
    var found = new ArrayList<Subject>();
    regions.keySet().forEach(country -> found.addAll(of(country, region -> true)));
    return found;
  }

  /** Those of a country whose region is asked for, in no order. */
  public List<Subject> of(String country, Predicate<String> region) {
    var found = new ArrayList<Subject>();
    var entities = regions.getOrDefault(country, Map.of());
    entities.forEach((entity, places) -> add(found, entity, places, region));
    return found;
  }

  /** Those of a country and some entities whose region is asked for, in no order. */
  public List<Subject> of(String country, Set<String> some, Predicate<String> region) {
    var found = new ArrayList<Subject>();
    var entities = regions.getOrDefault(country, Map.of());
    for (var entity : some) {
      add(found, entity, entities.getOrDefault(entity, Set.of()), region);
    }
    return found;
  }

  private static void add(
      List<Subject> found, String entity, Set<String> places, Predicate<String> region) {
    for (var place : places) {
      if (region.test(place)) {
        found.add(new Subject(entity, place));
      }
    }
  }
}
