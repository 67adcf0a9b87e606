package io.tocsin.assess;

import io.tocsin.model.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * All statements of a partition, every revision of them, and from when until when each has effect;
 * assessment, sections 4, 6 and 8. What it answers depends on the set of statements alone, not on
 * the order in which they came.
 */
final class StatementBook {
  private static final Comparator<Statement> BY_ISSUE =
      Comparator.comparingLong(Statement::issued)
          .thenComparing(Statement::id)
          .thenComparingInt(Statement::revision);

  /** What a declaration is about: the next of the same scope takes its place. */
  private record Scope(String authority, Set<String> entities, Set<String> regions) {
    static Scope of(Statement statement) {
      return new Scope(statement.authority(), statement.entities(), statement.scope());
    }
  }

  private final Coverage coverage;
  private final Map<String, NavigableMap<Integer, Statement>> byId = new HashMap<>();
  private final Map<String, Set<String>> idsByCountry = new HashMap<>();
  private final Map<String, Set<Statement>> referringTo = new HashMap<>();
  private final Map<String, Rulings> rulings = new HashMap<>();
  private final Gazette none;

  StatementBook(Coverage coverage) {
    this.coverage = coverage;
    this.none = new Gazette(List.of(), coverage);
  }

  /** Whether this very revision is here already. */
  boolean holds(Statement statement) {
    var revisions = byId.get(statement.id());
    return revisions != null && revisions.containsKey(statement.revision());
  }

  void enter(Statement statement) {
    byId.computeIfAbsent(statement.id(), id -> new TreeMap<>())
        .put(statement.revision(), statement);
    coverage
        .countries(statement)
        .forEach(c -> idsByCountry.computeIfAbsent(c, k -> new HashSet<>()).add(statement.id()));
    statement
        .references()
        .forEach(id -> referringTo.computeIfAbsent(id, k -> new HashSet<>()).add(statement));
    for (var touched : touchedBy(statement)) {
      for (var country : coverage.countries(touched)) {
        rulings(country).change(touched.bearsOnRows());
      }
    }
  }

  /**
   * The statements whose effect, or whose end, a statement moves: its own, its other revisions,
   * what it refers to.
   */
  Set<Statement> touchedBy(Statement statement) {
    var revisions = byId.get(statement.id()).values();
    var touched = new LinkedHashSet<>(revisions);
    for (var revision : revisions) {
      for (var id : revision.references()) {
        touched.addAll(byId.getOrDefault(id, Collections.emptyNavigableMap()).values());
      }
    }
    return touched;
  }

  /** What the statements about a country that stand or stood come to. */
  Rulings rulings(String country) {
    return rulings.computeIfAbsent(country, c -> new Rulings(() -> rule(c), none, coverage));
  }

  private List<Ruling> rule(String country) {
    var standing = new ArrayList<Statement>();
    for (var id : idsByCountry.getOrDefault(country, Set.of())) {
      for (var statement : byId.get(id).values()) {
        if (!statement.cancelled()) {
          standing.add(statement);
        }
      }
    }
    standing.sort(BY_ISSUE);
    var successions = new HashMap<Scope, List<Statement>>();
    for (var statement : standing) {
      if (mayReplace(statement)) {
        successions.computeIfAbsent(Scope.of(statement), s -> new ArrayList<>()).add(statement);
      }
    }
    return standing.stream().map(statement -> ruling(statement, successions)).toList();
  }

  private Ruling ruling(Statement statement, Map<Scope, List<Statement>> successions) {
    long from = statement.issued();
    long until = Math.max(from, replaced(statement));
    if (statement.action() != Action.SET_LEVEL) {
      return new Ruling(statement, from, until, false);
    }
    long superseded =
        Math.min(
            successor(statement, successions.getOrDefault(Scope.of(statement), List.of())),
            referrer(statement));
    long expired =
        statement.expires() == null ? Times.FOREVER : Times.wholeSecond(statement.expires());
    long end = Math.min(until, Math.min(superseded, expired));
    boolean expires = expired == end && expired < Times.FOREVER;
    return new Ruling(statement, from, Math.max(from, end), expires);
  }

  /** When the first of its higher revisions was issued. */
  private long replaced(Statement statement) {
    long first = Times.FOREVER;
    for (var higher : byId.get(statement.id()).tailMap(statement.revision(), false).values()) {
      first = Math.min(first, higher.issued());
    }
    return first;
  }

  /** When the next declaration of the same authority and scope was issued. */
  private static long successor(Statement statement, List<Statement> sameScope) {
    int found = Collections.binarySearch(sameScope, statement, BY_ISSUE);
    for (int i = found < 0 ? -found - 1 : found; i < sameScope.size(); i++) {
      if (!sameScope.get(i).id().equals(statement.id())) {
        return sameScope.get(i).issued();
      }
    }
    return Times.FOREVER;
  }

  /** When the first of the declarations that refer to it was issued. */
  private long referrer(Statement statement) {
    long first = Times.FOREVER;
    for (var later : referringTo.getOrDefault(statement.id(), Set.of())) {
      if (mayReplace(later)
          && later.authority().equals(statement.authority())
          && !later.id().equals(statement.id())
          && isLaterIssued(later, statement)) {
        first = Math.min(first, later.issued());
      }
    }
    return first;
  }

  private boolean mayReplace(Statement later) {
    return later.action() == Action.SET_LEVEL
        && !later.cancelled()
        && replaced(later) > later.issued();
  }

  private static boolean isLaterIssued(Statement later, Statement earlier) {
    return later.issued() != earlier.issued()
        ? later.issued() > earlier.issued()
        : later.id().compareTo(earlier.id()) > 0;
  }
}
