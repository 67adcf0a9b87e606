package io.tocsin.oracle;

import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sections 4, 6 and 8: which statements there are, where they speak, and until when. */
final class OracleStatements {
  static final long NEVER = Long.MAX_VALUE;

  /**
   * A statement and how long it holds, expiry and supersession apart.
   *
   * @param from epoch ms, inclusive
   * @param until epoch ms, exclusive
   */
  record Term(OfficialStatement statement, long from, long until) {
    boolean holds(long u) {
      return from <= u && u < until;
    }
  }

  private final World world;
  private final Map<String, List<OfficialStatement>> byId = new HashMap<>();
  private final Map<Action, List<OfficialStatement>> standing = new EnumMap<>(Action.class);

  OracleStatements(World world) {
    this.world = world;
  }

  boolean isKnown(OfficialStatement statement) {
    return revisions(statement.id()).stream().anyMatch(s -> s.revision() == statement.revision());
  }

  void add(OfficialStatement statement) {
    byId.computeIfAbsent(statement.id(), id -> new ArrayList<>()).add(statement);
    if (!statement.isCancelled()) {
      standing.computeIfAbsent(effect(statement), a -> new ArrayList<>()).add(statement);
    }
  }

  /** Every revision of an id. */
  List<OfficialStatement> revisions(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /** Every statement that says something with this effect, whether or not it still holds. */
  List<OfficialStatement> of(Action action) {
    return standing.getOrDefault(action, List.of());
  }

  Term term(OfficialStatement statement) {
    return new Term(statement, issuedAt(statement), cancelledAt(statement));
  }

  /** COMMENT for what lies outside the jurisdiction. */
  Action effect(OfficialStatement statement) {
    return isWithinJurisdiction(statement) ? statement.action() : Action.COMMENT;
  }

  boolean isAuthorityKnown(OfficialStatement statement) {
    return world.jurisdiction(statement.authority()).isPresent();
  }

  /** When a higher revision, a cancellation or not, ends it; NEVER if none does. */
  long cancelledAt(OfficialStatement statement) {
    return revisions(statement.id()).stream()
        .filter(s -> s.revision() > statement.revision())
        .mapToLong(OracleStatements::issuedAt)
        .min()
        .orElse(NEVER);
  }

  static long issuedAt(OfficialStatement statement) {
    return statement.issuedAt().toEpochMilli();
  }

  /** The regions and groups listed, or the jurisdiction. */
  List<String> regions(OfficialStatement statement) {
    return statement.regions().isEmpty() ? jurisdiction(statement) : statement.regions();
  }

  /** The same, with the countries of each group in its place. */
  List<String> places(OfficialStatement statement) {
    return regions(statement).stream()
        .flatMap(
            r -> {
              var members = world.groupMembers(r);
              return members.isEmpty() ? List.of(r).stream() : members.stream().sorted();
            })
        .distinct()
        .toList();
  }

  /** The subjects that a statement lists. */
  Set<Subject> listed(OfficialStatement statement) {
    var subjects = new HashSet<Subject>();
    var entities =
        statement.entities().isEmpty() ? List.of(Subject.UNATTRIBUTED) : statement.entities();
    for (var place : places(statement)) {
      entities.forEach(e -> subjects.add(new Subject(e, place)));
    }
    return subjects;
  }

  boolean covers(OfficialStatement statement, String entity, String region) {
    return entityDistance(statement, entity) >= 0 && regionDistance(statement, region) >= 0;
  }

  /** 0 for the entity itself, then its ancestors, last "no entity"; -1 where it does not match. */
  int entityDistance(OfficialStatement statement, String entity) {
    var lineage = world.entityLineage(entity);
    if (statement.entities().isEmpty()) {
      return lineage.size();
    }
    return nearest(lineage, statement.entities());
  }

  /** 0 for the region itself, then its ancestors, last a group; -1 where it does not match. */
  int regionDistance(OfficialStatement statement, String region) {
    var lineage = world.regionLineage(region);
    var listed = regions(statement);
    int nearest = nearest(lineage, listed);
    if (nearest >= 0) {
      return nearest;
    }
    var country = lineage.get(lineage.size() - 1);
    boolean grouped = listed.stream().anyMatch(g -> world.groupMembers(g).contains(country));
    return grouped ? lineage.size() : -1;
  }

  private static int nearest(List<String> lineage, List<String> listed) {
    for (int i = 0; i < lineage.size(); i++) {
      if (listed.contains(lineage.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWithinJurisdiction(OfficialStatement statement) {
    return statement.regions().stream().allMatch(r -> isInside(r, jurisdiction(statement)));
  }

  private boolean isInside(String listed, List<String> jurisdiction) {
    var members = world.groupMembers(listed);
    if (!members.isEmpty()) {
      return jurisdiction.contains(listed)
          || members.stream().allMatch(m -> isInside(m, jurisdiction));
    }
    if (!world.isRegion(listed)) {
      return false;
    }
    var lineage = world.regionLineage(listed);
    var country = lineage.get(lineage.size() - 1);
    return nearest(lineage, jurisdiction) >= 0
        || jurisdiction.stream().anyMatch(g -> world.groupMembers(g).contains(country));
  }

  private List<String> jurisdiction(OfficialStatement statement) {
    return world.jurisdiction(statement.authority()).orElseThrow();
  }
}
