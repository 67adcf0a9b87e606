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
import java.util.stream.Stream;

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

  private final Coverage coverage;
  private final Map<String, NavigableMap<Integer, Statement>> byId = new HashMap<>();
  private final Map<String, Set<String>> idsByCountry = new HashMap<>();
  private final Map<String, Set<Statement>> referringTo = new HashMap<>();
  private final Map<String, List<Ruling>> rulings = new HashMap<>();
  private final Map<String, Integer> editions = new HashMap<>();
  private final Map<String, Integer> bearingEditions = new HashMap<>();

  StatementBook(Coverage coverage) {
    this.coverage = coverage;
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
        rulings.remove(country);
        editions.merge(country, 1, Integer::sum);
        if (touched.bearsOnRows()) {
          bearingEditions.merge(country, 1, Integer::sum);
        }
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

  /** Counts up whenever a country's rulings change. */
  int edition(String country) {
    return editions.getOrDefault(country, 0);
  }

  /** Counts up whenever those of a country's rulings change that bear on rows. */
  int bearingEdition(String country) {
    return bearingEditions.getOrDefault(country, 0);
  }

  /** The statements about a country that stand or stood, by issue, then id. */
  List<Ruling> rulings(String country) {
    return rulings.computeIfAbsent(country, this::rule);
  }

  private List<Ruling> rule(String country) {
    var standing = new ArrayList<Ruling>();
    for (var id : idsByCountry.getOrDefault(country, Set.of())) {
      for (var statement : byId.get(id).values()) {
        if (!statement.cancelled()) {
          standing.add(
              new Ruling(
                  statement,
                  statement.issued(),
                  Math.max(statement.issued(), replaced(statement)),
                  false));
        }
      }
    }
    standing.sort(Comparator.comparing(Ruling::statement, BY_ISSUE));
    return standing.stream().map(ruling -> limited(ruling, standing)).toList();
  }

  /** When the first of its higher revisions was issued. */
  private long replaced(Statement statement) {
    return byId.get(statement.id()).tailMap(statement.revision(), false).values().stream()
        .mapToLong(Statement::issued)
        .min()
        .orElse(Times.FOREVER);
  }

  /** A declaration also ends where another takes its place, or where its scheme lets it run out. */
  private Ruling limited(Ruling ruling, List<Ruling> all) {
    var statement = ruling.statement();
    if (statement.action() != Action.SET_LEVEL) {
      return ruling;
    }
    var sameScope = all.stream().map(Ruling::statement).filter(s -> sameScope(s, statement));
    var referring = referringTo.getOrDefault(statement.id(), Set.of()).stream();
    long superseded =
        Stream.concat(sameScope, referring)
            .filter(later -> supersedes(later, statement))
            .mapToLong(Statement::issued)
            .min()
            .orElse(Times.FOREVER);
    long expired =
        statement.expires() == null ? Times.FOREVER : Times.wholeSecond(statement.expires());
    long until = Math.min(ruling.until(), Math.min(superseded, expired));
    boolean expires = expired == until && expired < Times.FOREVER;
    return new Ruling(statement, ruling.from(), Math.max(ruling.from(), until), expires);
  }

  private static boolean sameScope(Statement one, Statement other) {
    return one.entities().equals(other.entities()) && one.scope().equals(other.scope());
  }

  private boolean supersedes(Statement later, Statement earlier) {
    return later.action() == Action.SET_LEVEL
        && !later.cancelled()
        && later.authority().equals(earlier.authority())
        && !later.id().equals(earlier.id())
        && laterIssued(later, earlier)
        && replaced(later) > later.issued();
  }

  private static boolean laterIssued(Statement later, Statement earlier) {
    return later.issued() != earlier.issued()
        ? later.issued() > earlier.issued()
        : later.id().compareTo(earlier.id()) > 0;
  }
}
