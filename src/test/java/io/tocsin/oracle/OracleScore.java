package io.tocsin.oracle;

import static io.tocsin.oracle.OracleStatements.NEVER;

import io.tocsin.assess.Policy;
import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import io.tocsin.oracle.OracleEffects.Refutation;
import io.tocsin.oracle.OracleStatements.Term;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Section 5 without the hold: the score of one subject and its raw level, at any time. */
final class OracleScore {
  private final Policy policy;
  private final Subject subject;
  private final OracleStatements statements;
  private final List<OracleEffects> rows;
  private final List<Refutation> refutations;
  private final List<Term> speaking;
  private final List<Term> clearing;

  OracleScore(
      Policy policy,
      OracleStatements statements,
      Subject subject,
      List<OracleRow> rows,
      List<Refutation> refutations) {
    this.policy = policy;
    this.subject = subject;
    this.statements = statements;
    this.refutations = refutations;
    this.rows =
        new OracleStories(policy.stories())
            .tell(rows).stream()
                .map(t -> new OracleEffects(policy.statements(), statements, t, refutations))
                .toList();
    speaking =
        Stream.of(Action.CONFIRM, Action.WARN)
            .flatMap(a -> statements.of(a).stream())
            .filter(s -> coversSubject(s, subject) || rows.stream().anyMatch(r -> confirms(s, r)))
            .map(statements::term)
            .toList();
    clearing =
        statements.of(Action.ALL_CLEAR).stream()
            .filter(s -> coversSubject(s, subject))
            .map(statements::term)
            .toList();
  }

  /** S(u) in dB. */
  double score(long u) {
    return score(omegas(u), u);
  }

  /** What the rows weigh at u before they fade, in the order of the rows. */
  double[] omegas(long u) {
    return rows.stream().mapToDouble(r -> r.omega(u)).toArray();
  }

  /** The score at u if the rows weighed these. */
  double score(double[] omegas, long u) {
    double q = policy.scoring().exponent();
    double sum = 0;
    for (int i = 0; i < omegas.length; i++) {
      if (omegas[i] > 0) {
        var row = rows.get(i).told().row();
        double halves = (u - row.time()) / (double) row.halfLife();
        sum += Math.pow(omegas[i] * Math.pow(2, -halves), q);
      }
    }
    double norm = q == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / q);
    return policy.scoring().prior() + norm;
  }

  /** The number of thresholds reached, capped unless corroborated. */
  int raw(long u) {
    double score = score(u);
    int reached = (int) policy.scoring().thresholds().stream().filter(x -> x <= score).count();
    return isCorroborated(u) ? reached : Math.min(reached, policy.corroboration().cap().ordinal());
  }

  boolean isCorroborated(long u) {
    long origins =
        rows.stream()
            .filter(r -> r.told().leads() && isRecent(r.told().row().time(), u))
            .filter(r -> r.told().row().reliability().canCorroborate() && r.omega(u) > 0)
            .map(r -> r.told().row().origin())
            .distinct()
            .count();
    return origins >= policy.corroboration().origins()
        || speaking.stream().anyMatch(s -> corroborates(s, u));
  }

  /** The time of the last ALL_CLEAR that covers the subject and holds at t; before all if none. */
  long clearedAt(long t) {
    return clearing.stream()
        .filter(c -> c.holds(t))
        .mapToLong(Term::from)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Every time at which something other than fading happens to the score or its cap. */
  TreeSet<Long> breakpoints() {
    long window = policy.corroboration().window().toMillis();
    var times = new TreeSet<Long>();
    var terms = new HashSet<Term>(speaking);
    terms.addAll(clearing);
    for (var row : rows) {
      times.add(row.told().row().time());
      times.add(row.told().row().time() + window);
      terms.addAll(row.terms());
    }
    refutations.forEach(r -> times.add(r.time()));
    for (var term : terms) {
      times.add(term.from());
      times.add(term.from() + window);
      times.add(term.until());
    }
    times.remove(NEVER);
    return times;
  }

  private boolean corroborates(Term term, long u) {
    return isRecent(term.from(), u)
        && term.holds(u)
        && (coversSubject(term.statement(), subject)
            || rows.stream()
                .map(r -> r.told().row())
                .anyMatch(r -> r.time() <= u && confirms(term.statement(), r)));
  }

  private boolean confirms(OfficialStatement statement, OracleRow row) {
    return OracleEffects.concerns(statement, row)
        && statements.covers(statement, row.claim().entity(), row.claim().region());
  }

  private boolean coversSubject(OfficialStatement statement, Subject subject) {
    return statements.covers(statement, subject.entity(), subject.region());
  }

  /** In (u - window, u]. */
  private boolean isRecent(long time, long u) {
    return time <= u && u - time < policy.corroboration().window().toMillis();
  }
}
