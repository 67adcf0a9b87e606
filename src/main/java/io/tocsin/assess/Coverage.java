package io.tocsin.assess;

import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who and where a statement is about; assessment, section 4.
 *
 * <p>Distances count steps from the entity or region up to the one that the statement names, so the
 * nearest match is the smallest.
 */
final class Coverage {
  /** No match. */
  static final int NONE = Integer.MAX_VALUE;

  /**
   * Matched by a statement that names no entity, or by a group of countries: behind every ancestor.
   */
  static final int WIDEST = NONE - 1;

  private final Reference reference;

  Coverage(Reference reference) {
    this.reference = reference;
  }

  /** An entity first, then its ancestors. */
  List<String> entities(String entity) {
    return reference.entities().lineage(entity);
  }

  /** A region first, then its ancestors; empty for a group. */
  List<String> regions(String region) {
    return reference.regions().lineage(region);
  }

  boolean covers(Statement statement, String entity, String region) {
    return toEntity(statement, entity) != NONE && toRegion(statement, region) != NONE;
  }

  boolean covers(Statement statement, Subject subject) {
    return covers(statement, subject.entity(), subject.region());
  }

  int toEntity(Statement statement, String entity) {
    if (statement.entities().isEmpty()) {
      return WIDEST;
    }
    return firstIn(reference.entities().lineage(entity), statement.entities());
  }

  int toRegion(Statement statement, String region) {
    int steps = firstIn(reference.regions().lineage(region), statement.regions());
    if (steps != NONE) {
      return steps;
    }
    var country = reference.regions().country(region);
    return statement.regions().stream()
            .anyMatch(g -> reference.groups().members(g).contains(country))
        ? WIDEST
        : NONE;
  }

  /**
   * Whether a statement can touch a subject at all: by covering it, or by covering a claim that was
   * handed up to it.
   */
  boolean related(Statement statement, Subject subject) {
    return relatedEntity(statement, subject.entity()) && relatedRegion(statement, subject.region());
  }

  boolean relatedEntity(Statement statement, String entity) {
    if (statement.entities().isEmpty()) {
      return true;
    }
    for (var named : statement.entities()) {
      if (reference.entities().kin(named).contains(entity)) {
        return true;
      }
    }
    return false;
  }

  /** The entities that a statement which names any can touch. */
  Set<String> relatedEntities(Statement statement) {
    var related = new HashSet<String>();
    statement.entities().forEach(named -> related.addAll(reference.entities().kin(named)));
    return related;
  }

  boolean relatedRegion(Statement statement, String region) {
    return toRegion(statement, region) != NONE
        || statement.regions().stream()
            .anyMatch(
                r -> reference.regions().has(r) && reference.regions().lineage(r).contains(region));
  }

  /** The countries that a statement is about, those of its groups included. */
  Set<String> countries(Statement statement) {
    var countries = new LinkedHashSet<String>();
    for (var region : statement.regions()) {
      if (reference.regions().has(region)) {
        countries.add(reference.regions().country(region));
      } else {
        countries.addAll(reference.groups().members(region));
      }
    }
    return countries;
  }

  /**
   * The subjects that a statement lists: its entities or nobody in particular, its regions, a group
   * its countries.
   */
  List<Subject> listed(Statement statement) {
    var entities =
        statement.entities().isEmpty() ? Set.of(Subject.UNATTRIBUTED) : statement.entities();
    var subjects = new ArrayList<Subject>();
    for (var region : statement.regions()) {
      var places =
          reference.regions().has(region) ? Set.of(region) : reference.groups().members(region);
      for (var place : places) {
        entities.forEach(entity -> subjects.add(new Subject(entity, place)));
      }
    }
    return subjects.stream().distinct().sorted().toList();
  }

  /** Whether a subject is among those listed. */
  boolean lists(Statement statement, Subject subject) {
    boolean entity =
        statement.entities().isEmpty()
            ? subject.entity().equals(Subject.UNATTRIBUTED)
            : statement.entities().contains(subject.entity());
    return statement.lists()
        && entity
        && (statement.regions().contains(subject.region())
            || statement.regions().stream()
                .anyMatch(g -> reference.groups().members(g).contains(subject.region())));
  }

  private static int firstIn(List<String> lineage, Collection<String> named) {
    for (int steps = 0; steps < lineage.size(); steps++) {
      if (named.contains(lineage.get(steps))) {
        return steps;
      }
    }
    return NONE;
  }
}
