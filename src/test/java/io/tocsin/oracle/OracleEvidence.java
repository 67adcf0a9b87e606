package io.tocsin.oracle;

import static java.util.stream.Collectors.toSet;

import io.tocsin.assess.Policy;
import io.tocsin.model.Action;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import io.tocsin.oracle.OracleEffects.Refutation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The set of records that stand, and what of it concerns one subject. */
final class OracleEvidence {
  private final Policy policy;
  private final OracleRows rows;
  private final Map<String, NewsEvent> news = new HashMap<>();
  private final Map<Subject, Map<String, OracleRow>> rowsOf = new HashMap<>();
  private final Map<Subject, Map<String, Refutation>> refutationsOf = new HashMap<>();
  private final Map<Subject, List<OracleRow>> warningsOf = new HashMap<>();
  private final Set<Subject> listed = new HashSet<>();
  final OracleStatements statements;
  final OracleDeclarations declarations;
  final OraclePins pins = new OraclePins();

  OracleEvidence(Policy policy, World world) {
    this.policy = policy;
    rows = new OracleRows(policy, world);
    statements = new OracleStatements(world);
    declarations = new OracleDeclarations(statements);
  }

  Optional<NewsEvent> current(String eventId) {
    return Optional.ofNullable(news.get(eventId));
  }

  /** Puts an event in place of the revision that stood; returns the subjects concerned. */
  Set<Subject> replace(NewsEvent event) {
    var concerned = new HashSet<Subject>();
    current(event.id())
        .ifPresent(
            old -> {
              rows.of(old).keySet().forEach(s -> rowsOf.get(s).remove(old.id()));
              rows.refutations(old).keySet().forEach(s -> refutationsOf.get(s).remove(old.id()));
              concerned.addAll(rows.of(old).keySet());
              concerned.addAll(rows.refutations(old).keySet());
            });
    news.put(event.id(), event);
    long time = event.publishedAt().toEpochMilli();
    rows.of(event)
        .forEach((s, r) -> rowsOf.computeIfAbsent(s, x -> new HashMap<>()).put(event.id(), r));
    rows.refutations(event)
        .forEach(
            (s, strength) ->
                refutationsOf
                    .computeIfAbsent(s, x -> new HashMap<>())
                    .put(event.id(), new Refutation(time, strength)));
    concerned.addAll(rows.of(event).keySet());
    concerned.addAll(rows.refutations(event).keySet());
    return concerned;
  }

  /** Adds a statement that was not known; what it lists is tracked from now on. */
  void add(OfficialStatement statement) {
    statements.add(statement);
    if (statement.isCancelled() || statements.effect(statement) == Action.COMMENT) {
      return;
    }
    listed.addAll(statements.listed(statement));
    if (statement.action() == Action.WARN) {
      rows.of(statement, statements.places(statement))
          .forEach((s, row) -> warningsOf.computeIfAbsent(s, x -> new ArrayList<>()).add(row));
    }
  }

  boolean isTracked(Subject subject) {
    return listed.contains(subject) || pins.wasPinned(subject) || !rows(subject).isEmpty();
  }

  /** Of these subjects, and of all that a statement listed or warned, those it may concern. */
  Set<Subject> concerned(OfficialStatement statement, Collection<Subject> subjects) {
    var related = new ArrayList<>(statements.revisions(statement.id()));
    if (related.stream().anyMatch(s -> s.action() == Action.SET_LEVEL)) {
      statements.of(Action.SET_LEVEL).stream()
          .filter(s -> s.authority().equals(statement.authority()))
          .forEach(related::add);
    }
    var candidates = new HashSet<>(subjects);
    candidates.addAll(listed);
    candidates.addAll(warningsOf.keySet());
    return candidates.stream()
        .filter(subject -> related.stream().anyMatch(s -> isAbout(s, subject)))
        .collect(toSet());
  }

  private boolean isAbout(OfficialStatement statement, Subject subject) {
    return statements.covers(statement, subject.entity(), subject.region())
        || rows(subject).stream()
            .map(OracleRow::claim)
            .anyMatch(c -> statements.covers(statement, c.entity(), c.region()));
  }

  OracleScore score(Subject subject) {
    var refutations = refutationsOf.getOrDefault(subject, Map.of()).values();
    return new OracleScore(policy, statements, subject, rows(subject), List.copyOf(refutations));
  }

  /** The rows of a subject, of news and of warnings, in no order. */
  List<OracleRow> rows(Subject subject) {
    var all = new ArrayList<>(rowsOf.getOrDefault(subject, Map.of()).values());
    all.addAll(warningsOf.getOrDefault(subject, List.of()));
    return all;
  }
}
