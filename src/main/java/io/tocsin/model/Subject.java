package io.tocsin.model;

import java.util.Comparator;

/**
 * What has a level: an entity in a region.
 *
 * @param entity a canonical id, {@link #UNATTRIBUTED}, or {@link #OVERALL}
 * @param region an id of the gazetteer
 */
public record Subject(String entity, String region) implements Comparable<Subject> {
  /** The entity of a claim that names nobody. */
  public static final String UNATTRIBUTED = "_";

  /** The entity of a region's overall subject, whose level is the greatest of all its subjects. */
  public static final String OVERALL = "*";

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::entity).thenComparing(Subject::region);

  public Subject {
    if (!Ids.isId(entity) || !Ids.isId(region)) {
      var rules = new Rules();
      rules.id("entity", entity);
      rules.id("region", region);
      rules.check();
    }
  }

  public static Subject overall(String region) {
    return new Subject(OVERALL, region);
  }

  public boolean isOverall() {
    return OVERALL.equals(entity);
  }

  /** The subject of a topic's key, {@code entity|region}. */
  public static Subject parse(String key) {
    int bar = key.indexOf('|');
    if (bar < 0) {
      throw new InvalidRecord(Problem.of("key", key, "must be entity|region"));
    }
    return new Subject(key.substring(0, bar), key.substring(bar + 1));
  }

  /** Ids of one kind resemble each other, and so do their hashes: what is summed would collide. */
  @Override
  public int hashCode() {
    int hash = entity.hashCode() * 0x9E3779B9 ^ region.hashCode() * 0x85EBCA6B;
    return hash ^ hash >>> 15;
  }

  /** As a record has it by itself, without the method handle that it takes to each field. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && entity.equals(that.entity)
        && region.equals(that.region);
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  /** The key of this subject on a topic, {@code entity|region}. */
  @Override
  public String toString() {
    return entity + "|" + region;
  }
}
