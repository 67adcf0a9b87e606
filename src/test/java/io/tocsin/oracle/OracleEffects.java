package io.tocsin.oracle;

import static io.tocsin.oracle.OracleStatements.issuedAt;

import io.tocsin.assess.Policy;
import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.oracle.OracleStatements.Term;
import io.tocsin.oracle.OracleStories.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Section 4: what statements and refutations leave of a row's weight. */
final class OracleEffects {
  /**
   * A HOAX or DENIAL as it reaches one subject.
   *
   * @param strength what it takes away, 0..1
   */
  record Refutation(long time, double strength) {}

  private static final Comparator<OfficialStatement> LATER =
      Comparator.comparingLong(OracleStatements::issuedAt)
          .thenComparing(OfficialStatement::id)
          .thenComparing(OfficialStatement::revision);

  private final Policy.Statements rules;
  private final Told told;
  private final List<Term> verdicts;
  private final List<Term> allClears;
  private final Term warning;
  private final List<Refutation> refutations;

  OracleEffects(
      Policy.Statements rules,
      OracleStatements statements,
      Told told,
      List<Refutation> refutations) {
    this.rules = rules;
    this.told = told;
    var row = told.row();
    verdicts =
        Stream.of(Action.CONFIRM, Action.DENY)
            .flatMap(a -> statements.of(a).stream())
            .filter(s -> Math.abs(row.time() - issuedAt(s)) <= rules.window().toMillis())
            .filter(s -> concerns(s, row) && statements.covers(s, entity(row), region(row)))
            .map(statements::term)
            .toList();
    allClears =
        statements.of(Action.ALL_CLEAR).stream()
            .filter(s -> row.time() <= issuedAt(s))
            .filter(s -> statements.covers(s, entity(row), region(row)))
            .map(statements::term)
            .toList();
    warning = row.isWarning() ? statements.term(row.warning()) : null;
    this.refutations =
        refutations.stream()
            .filter(r -> row.time() <= r.time())
            .filter(r -> r.time() - row.time() <= rules.refutationWindow().toMillis())
            .toList();
  }

  /** Whether the categories of a CONFIRM or DENY, if any, hold the row's. */
  static boolean concerns(OfficialStatement statement, OracleRow row) {
    boolean narrowed = statement.action() == Action.CONFIRM || statement.action() == Action.DENY;
    return !narrowed
        || statement.categories().isEmpty()
        || statement.categories().contains(row.claim().category());
  }

  Told told() {
    return told;
  }

  /** The weight of the row at u in dB, before it fades. */
  double omega(long u) {
    var row = told.row();
    if (u < row.time() || warning != null && !warning.holds(u)) {
      return 0;
    }
    double omega = row.factors() * told.factor();
    var verdict = verdict(u);
    boolean confirmed = verdict != null && verdict.action() == Action.CONFIRM;
    omega *= confirmed ? rules.confirmedCredibility() : row.credibility();
    if (verdict != null && verdict.action() == Action.DENY) {
      omega *= rules.denyFactor();
    }
    for (var allClear : allClears) {
      omega *= allClear.holds(u) ? rules.allClearFactor() : 1;
    }
    for (var refutation : refutations) {
      omega *= refutation.time() <= u ? 1 - refutation.strength() : 1;
    }
    return omega;
  }

  /** Every term of a statement that the row's weight depends on. */
  List<Term> terms() {
    var terms = new ArrayList<>(verdicts);
    terms.addAll(allClears);
    if (warning != null) {
      terms.add(warning);
    }
    return terms;
  }

  private OfficialStatement verdict(long u) {
    return verdicts.stream().filter(v -> v.holds(u)).map(Term::statement).max(LATER).orElse(null);
  }

  private static String entity(OracleRow row) {
    return row.claim().entity();
  }

  private static String region(OracleRow row) {
    return row.claim().region();
  }
}
