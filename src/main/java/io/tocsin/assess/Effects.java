package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What statements and refutations do to the rows of one subject; assessment, section 4. Valid for
 * one edition of the country's rulings.
 */
final class Effects {
  private final Policy policy;
  private final Weigher weigher;
  private Gazette gazette;
  private Docket docket;
  private long[] turns;

  /** Of the claim asked about last: most rows of a subject come from one and the same. */
  private Bearing nearest;

  private String entity;
  private String region;

  /** By time and id. */
  private List<Exhibit.Refutation> refutations = List.of();

  Effects(
      Policy policy, Weigher weigher, Coverage coverage, Subject subject, List<Ruling> rulings) {
    this(policy, weigher, new Gazette(rulings, coverage), subject);
  }

  Effects(Policy policy, Weigher weigher, Gazette gazette, Subject subject) {
    this.policy = policy;
    this.weigher = weigher;
    this.gazette = gazette;
    this.docket = gazette.docket(subject);
    this.turns = docket.turns();
  }

  /** Follows another edition; the moment from which on it says something else. */
  long follow(Gazette gazette, Subject subject) {
    var edition = gazette.docket(subject);
    long differs = edition.differsFrom(docket);
    this.gazette = gazette;
    nearest = null;
    docket = edition;
    turns = merged();
    return differs;
  }

  /** Adds a refutation. */
  void add(Exhibit.Refutation refutation) {
    if (refutations.isEmpty()) {
      refutations = new ArrayList<>(2);
    }
    int at = Collections.binarySearch(refutations, refutation, Exhibit.ORDER);
    if (at < 0) {
      refutations.add(-at - 1, refutation);
      turns = merged();
    }
  }

  /** Takes out a refutation. */
  void remove(Exhibit.Refutation refutation) {
    if (refutations.remove(refutation)) {
      turns = merged();
    }
  }

  /** The statements about a row's claim. */
  Bearing on(Row row) {
    if (nearest == null || !row.entity().equals(entity) || !row.region().equals(region)) {
      entity = row.entity();
      region = row.region();
      nearest = gazette.bearing(entity, region);
    }
    return nearest;
  }

  /**
   * A row's weight in dB as it stands at a moment not before its own, without its fading and its
   * story.
   *
   * @param told each factor that makes it differ from the weight that the report alone would have
   */
  double weight(Row row, Bearing statements, long time, Factor.Sink told) {
    if (row.official() && time >= docket.withdrawn(row)) {
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
    double remains = 1;
    if (refutations.isEmpty()) {
      return remains;
    }
    long until = Math.min(time, row.time() + policy.statements().refutationWindow().toMillis());
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
    return docket.corroborated(time, policy.corroboration().window().toMillis());
  }

  /**
   * Whether an all-clear for the subject was given at a moment, and still stands at a later one.
   */
  boolean clears(long moment, long later) {
    return docket.clears(moment, later);
  }

  /**
   * The moments at which rows already there may come to weigh something else, or lose or gain
   * corroboration, each once, in order.
   */
  long[] turns() {
    return turns;
  }

  /** The last of them that is not after a moment; NEVER without one. */
  long lastTurnBy(long moment) {
    int after = firstTurnAfter(moment);
    return after == 0 ? Times.NEVER : turns[after - 1];
  }

  /** The index of the first of them after a moment. */
  int firstTurnAfter(long moment) {
    int found = Arrays.binarySearch(turns, moment);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private long[] merged() {
    long[] ruled = docket.turns();
    return refutations.isEmpty()
        ? ruled
        : LongStream.concat(LongStream.of(ruled), refutations.stream().mapToLong(Exhibit::time))
            .sorted()
            .distinct()
            .toArray();
  }
}
