package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What statements and refutations do to the rows of one subject; assessment, section 4. Valid for
 * one edition of the country's rulings.
 */
final class Effects {
  private record Claimed(String entity, String region) {}

  private final Policy policy;
  private final Weigher weigher;
  private final Coverage coverage;
  private final Subject subject;
  private final List<Ruling> bearing;
  private final List<Ruling> onSubject;
  private final List<Exhibit.Refutation> refutations = new ArrayList<>();
  private final Map<Claimed, Bearing> onClaim = new HashMap<>();
  private final Map<String, Long> withdrawn = new HashMap<>();

  Effects(
      Policy policy, Weigher weigher, Coverage coverage, Subject subject, List<Ruling> rulings) {
    this.policy = policy;
    this.weigher = weigher;
    this.coverage = coverage;
    this.subject = subject;
    this.bearing = rulings.stream().filter(r -> r.statement().bearsOnRows()).toList();
    this.onSubject = bearing.stream().filter(r -> coverage.covers(r.statement(), subject)).toList();
    bearing.stream()
        .filter(r -> r.statement().action() == Action.WARN)
        .forEach(r -> withdrawn.put(key(r.statement().id(), r.statement().revision()), r.until()));
  }

  /** Adds a refutation; they come in order of time. */
  void add(Exhibit.Refutation refutation) {
    refutations.add(refutation);
  }

  /** The statements about a row's claim. */
  Bearing on(Row row) {
    return onClaim.computeIfAbsent(
        new Claimed(row.entity(), row.region()),
        claim ->
            new Bearing(
                bearing.stream()
                    .filter(r -> coverage.covers(r.statement(), claim.entity(), claim.region()))
                    .toList()));
  }

  /**
   * A row's weight in dB as it stands at a moment not before its own, without its fading and its
   * story.
   *
   * @param told each factor that makes it differ from the weight that the report alone would have
   */
  double weight(Row row, Bearing statements, long time, Factor.Sink told) {
    if (row.official()
        && time >= withdrawn.getOrDefault(key(row.id(), row.revision()), Times.NEVER)) {
      told.factor(Factor.Kind.WITHDRAWN, row.id(), 0);
      return 0;
    }
    double weight = judged(row, statements, time, told);
    for (var ruling : statements.allClears(row, time)) {
      double factor = policy.statements().allClearFactor();
      told.factor(Factor.Kind.ALL_CLEAR, ruling.statement().id(), factor);
      weight *= factor;
    }
    return weight * unrefuted(row, time, told);
  }

  private double judged(Row row, Bearing statements, long time, Factor.Sink told) {
    double weight = weigher.weight(row);
    var ruling = statements.judgement(row, time, policy.statements().window().toMillis());
    if (ruling == null) {
      return weight;
    }
    var statement = ruling.statement();
    if (statement.action() == Action.CONFIRM) {
      double confirmed = weigher.confirmedWeight(row);
      told.factor(Factor.Kind.CONFIRMED, statement.id(), weight == 0 ? 1 : confirmed / weight);
      return confirmed;
    }
    told.factor(Factor.Kind.DENIED, statement.id(), policy.statements().denyFactor());
    return weight * policy.statements().denyFactor();
  }

  private double unrefuted(Row row, long time, Factor.Sink told) {
    long until = Math.min(time, row.time() + policy.statements().refutationWindow().toMillis());
    double remains = 1;
    int from = Bearing.firstSince(refutations, row.time(), Exhibit::time);
    for (int i = from; i < refutations.size() && refutations.get(i).time() <= until; i++) {
      double factor = weigher.remains(refutations.get(i));
      told.factor(Factor.Kind.REFUTED, refutations.get(i).id(), factor);
      remains *= factor;
    }
    return remains;
  }

  /** Until when, exclusively, official word about a row's claim corroborates its subject. */
  long corroboratedBy(Row row, Bearing statements, long time) {
    return statements.corroborated(row, time, policy.corroboration().window().toMillis());
  }

  /** Until when, exclusively, official word about the subject itself corroborates it. */
  long corroborated(long time) {
    return onSubject.stream()
        .filter(ruling -> ruling.statement().corroborates() && ruling.inForce(time))
        .mapToLong(ruling -> ruling.from() + policy.corroboration().window().toMillis())
        .max()
        .orElse(Times.NEVER);
  }

  /** When an all-clear for the subject that still stands at a moment was last given. */
  long clearedAt(long time) {
    return onSubject.stream()
        .filter(r -> r.statement().action() == Action.ALL_CLEAR && r.inForce(time))
        .mapToLong(Ruling::from)
        .max()
        .orElse(Times.NEVER);
  }

  /**
   * The moments at which rows already there may come to weigh something else, or lose or gain
   * corroboration.
   */
  TreeSet<Long> turns() {
    var turns = new TreeSet<Long>();
    for (var ruling : bearing) {
      if (coverage.related(ruling.statement(), subject)) {
        turns.add(ruling.from());
        turns.add(ruling.until());
      }
    }
    refutations.forEach(refutation -> turns.add(refutation.time()));
    return turns;
  }

  private static String key(String id, int revision) {
    return id + "|" + revision;
  }
}
