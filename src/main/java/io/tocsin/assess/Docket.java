package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The rulings that may touch the rows of a subject, for all subjects that they treat alike. */
final class Docket {
  private record Warning(String id, int revision) {}

  private final List<Ruling> related;
  private final List<Ruling> covering;
  private final Map<Warning, Long> withdrawn = new HashMap<>();
  private final long[] turns;
  private Docket compared;
  private long parting;

  /**
   * @param rulings those that bear on rows, by issue, then id
   * @param subject one of them
   */
  Docket(List<Ruling> rulings, Subject subject, Coverage coverage) {
    related = rulings.stream().filter(r -> coverage.related(r.statement(), subject)).toList();
    covering = related.stream().filter(r -> coverage.covers(r.statement(), subject)).toList();
    for (var ruling : related) {
      var statement = ruling.statement();
      if (statement.action() == Action.WARN) {
        withdrawn.put(new Warning(statement.id(), statement.revision()), ruling.until());
      }
    }
    turns =
        related.stream()
            .flatMapToLong(r -> Arrays.stream(new long[] {r.from(), r.until()}))
            .sorted()
            .distinct()
            .toArray();
  }

  /**
   * The moments at which rows already there may come to weigh something else, or lose or gain
   * corroboration.
   */
  long[] turns() {
    return turns;
  }

  /** From when on a warning's row weighs nothing. */
  long withdrawn(Row row) {
    return withdrawn.getOrDefault(new Warning(row.id(), row.revision()), Times.NEVER);
  }

  /** Until when, exclusively, official word about the subjects themselves corroborates them. */
  long corroborated(long time, long window) {
    long until = Times.NEVER;
    for (var ruling : covering) {
      if (ruling.statement().corroborates() && ruling.inForce(time)) {
        until = Math.max(until, ruling.from() + window);
      }
    }
    return until;
  }

  /**
   * Whether an all-clear for the subjects was given at a moment, and still stands at a later one.
   */
  boolean clears(long moment, long later) {
    for (var ruling : covering) {
      if (ruling.from() == moment
          && ruling.statement().action() == Action.ALL_CLEAR
          && ruling.inForce(later)) {
        return true;
      }
    }
    return false;
  }

  /** The moment from which on another edition says something else; FOREVER if it does not. */
  long differsFrom(Docket other) {
    if (compared != other) {
      compared = other;
      parting = parting(other);
    }
    return parting;
  }

  private long parting(Docket other) {
    if (related.equals(other.related)) {
      return Times.FOREVER;
    }
    var theirs = other.byStatement();
    long moment = Times.FOREVER;
    for (var mine : related) {
      var same = theirs.remove(mine.statement());
      moment = Math.min(moment, same == null ? mine.from() : parting(mine, same));
    }
    for (var left : theirs.values()) {
      moment = Math.min(moment, left.from());
    }
    return moment;
  }

  private static long parting(Ruling one, Ruling other) {
    if (one.until() == other.until()) {
      return Times.FOREVER;
    }
    // an all-clear that is withdrawn never cut a hold short
    return one.statement().action() == Action.ALL_CLEAR
        ? one.from()
        : Math.min(one.until(), other.until());
  }

  private Map<Statement, Ruling> byStatement() {
    var byStatement = new IdentityHashMap<Statement, Ruling>();
    related.forEach(ruling -> byStatement.put(ruling.statement(), ruling));
    return byStatement;
  }
}
