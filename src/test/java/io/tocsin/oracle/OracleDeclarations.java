package io.tocsin.oracle;

import static io.tocsin.oracle.OracleStatements.NEVER;
import static io.tocsin.oracle.OracleStatements.issuedAt;
import static java.util.stream.Collectors.groupingBy;

import io.tocsin.model.Action;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Section 6: what authorities declare. */
final class OracleDeclarations {
  private static final Comparator<OfficialStatement> AGE =
      Comparator.comparingLong(OracleStatements::issuedAt)
          .thenComparing(OfficialStatement::id)
          .thenComparing(OfficialStatement::revision);

  private final OracleStatements statements;

  OracleDeclarations(OracleStatements statements) {
    this.statements = statements;
  }

  /** The greatest over authorities; LOW where there is none. */
  Level declared(Subject subject, long t) {
    return covering(subject).stream()
        .filter(s -> isInForce(s, t))
        .collect(groupingBy(OfficialStatement::authority))
        .values()
        .stream()
        .map(ofOne -> mostSpecific(ofOne, subject).level())
        .reduce(Level.LOW, Level::max);
  }

  /** The seconds at which declarations for a subject run out by themselves. */
  List<Long> expiries(Subject subject) {
    return covering(subject).stream().map(OracleDeclarations::expiresAt).distinct().toList();
  }

  boolean isInForce(OfficialStatement declaration, long t) {
    return issuedAt(declaration) <= t
        && t < statements.cancelledAt(declaration)
        && t < expiresAt(declaration)
        && !isSuperseded(declaration, t);
  }

  private List<OfficialStatement> covering(Subject subject) {
    return statements.of(Action.SET_LEVEL).stream()
        .filter(s -> statements.covers(s, subject.entity(), subject.region()))
        .toList();
  }

  private OfficialStatement mostSpecific(List<OfficialStatement> ofOne, Subject subject) {
    return ofOne.stream()
        .min(
            Comparator.comparingInt(
                    (OfficialStatement s) -> statements.entityDistance(s, subject.entity()))
                .thenComparingInt(s -> statements.regionDistance(s, subject.region()))
                .thenComparing(AGE.reversed()))
        .orElseThrow();
  }

  private static long expiresAt(OfficialStatement declaration) {
    return declaration.expiresAt() == null
        ? NEVER
        : Seconds.ceiling(declaration.expiresAt().toEpochMilli());
  }

  private boolean isSuperseded(OfficialStatement declaration, long t) {
    return statements.of(Action.SET_LEVEL).stream()
        .filter(later -> issuedAt(later) <= t && supersedes(later, declaration))
        // it must have held at least when it was issued
        .anyMatch(later -> isInForce(later, issuedAt(later)));
  }

  private static boolean supersedes(OfficialStatement later, OfficialStatement declaration) {
    return later.authority().equals(declaration.authority())
        && AGE.compare(later, declaration) > 0
        && (sameScope(later, declaration) || later.references().contains(declaration.id()));
  }

  private static boolean sameScope(OfficialStatement a, OfficialStatement b) {
    return new HashSet<>(a.entities()).equals(new HashSet<>(b.entities()))
        && new HashSet<>(a.regions()).equals(new HashSet<>(b.regions()));
  }
}
