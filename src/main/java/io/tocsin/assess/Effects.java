package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

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
  private final Map<Claimed, List<Ruling>> onClaim = new HashMap<>();
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

  /**
   * A row's weight in dB as it stands at a moment not before its own, without its fading and its
   * story.
   */
  double weight(Row row, long time) {
    return weight(row, time, Factor.Sink.NOWHERE);
  }

  /**
   * The same, telling each factor that makes it differ from the weight that the report alone would
   * have.
   */
  double weight(Row row, long time, Factor.Sink told) {
    if (row.official()
        && time >= withdrawn.getOrDefault(key(row.id(), row.revision()), Times.NEVER)) {
      told.factor(Factor.Kind.WITHDRAWN, row.id(), 0);
      return 0;
    }
    double factor = 1;
    Ruling verdict = null;
    for (var ruling : on(row)) {
      if (!ruling.inForce(time)) {
        continue;
      }
      switch (ruling.statement().action()) {
        case CONFIRM, DENY -> verdict = judges(ruling, row) ? ruling : verdict;
        case ALL_CLEAR -> factor *= row.time() <= ruling.from() ? allClear(ruling, told) : 1;
        default -> {}
      }
    }
    return ruled(row, verdict, told) * factor * unrefuted(row, time, told);
  }

  private double allClear(Ruling ruling, Factor.Sink told) {
    double factor = policy.statements().allClearFactor();
    told.factor(Factor.Kind.ALL_CLEAR, ruling.statement().id(), factor);
    return factor;
  }

  private double ruled(Row row, Ruling verdict, Factor.Sink told) {
    double weight = weigher.weight(row);
    if (verdict == null) {
      return weight;
    }
    var statement = verdict.statement();
    if (statement.action() == Action.CONFIRM) {
      double confirmed = weigher.confirmedWeight(row);
      told.factor(Factor.Kind.CONFIRMED, statement.id(), weight == 0 ? 1 : confirmed / weight);
      return confirmed;
    }
    told.factor(Factor.Kind.DENIED, statement.id(), policy.statements().denyFactor());
    return weight * policy.statements().denyFactor();
  }

  /** Whether a CONFIRM or DENY is near enough to a row, and about its category. */
  private boolean judges(Ruling ruling, Row row) {
    return Math.abs(row.time() - ruling.from()) <= policy.statements().window().toMillis()
        && aboutCategory(ruling, row);
  }

  /** A WARN is not narrowed by categories. */
  private static boolean speaksOf(Ruling ruling, Row row) {
    return ruling.statement().action() == Action.WARN || aboutCategory(ruling, row);
  }

  private static boolean aboutCategory(Ruling ruling, Row row) {
    var categories = ruling.statement().categories();
    return categories.isEmpty() || categories.contains(row.category());
  }

  private double unrefuted(Row row, long time, Factor.Sink told) {
    long reach = policy.statements().refutationWindow().toMillis();
    double remains = 1;
    // newest first, so that a row that comes last looks at none but those of its own moment
    for (int i = refutations.size() - 1; i >= 0 && refutations.get(i).time() >= row.time(); i--) {
      long since = refutations.get(i).time();
      if (since <= time && since - row.time() <= reach) {
        double factor = weigher.remains(refutations.get(i));
        told.factor(Factor.Kind.REFUTED, refutations.get(i).id(), factor);
        remains *= factor;
      }
    }
    return remains;
  }

  /**
   * Until when, exclusively, official word corroborates a subject that has this row; NEVER where
   * there is none.
   */
  long corroboratedBy(Row row, long time) {
    return corroborated(on(row).stream().filter(ruling -> speaksOf(ruling, row)), time);
  }

  /** Until when, exclusively, official word about the subject itself corroborates it. */
  long corroborated(long time) {
    return corroborated(onSubject.stream(), time);
  }

  private long corroborated(Stream<Ruling> rulings, long time) {
    return rulings
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

  private List<Ruling> on(Row row) {
    return onClaim.computeIfAbsent(
        new Claimed(row.entity(), row.region()),
        claim ->
            bearing.stream()
                .filter(r -> coverage.covers(r.statement(), claim.entity(), claim.region()))
                .toList());
  }

  private static String key(String id, int revision) {
    return id + "|" + revision;
  }
}
