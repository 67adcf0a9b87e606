package io.tocsin.assess;

import io.tocsin.model.Action;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The rulings about one country, worked out when they are asked for, and anew when they change. */
final class Rulings {
  private final Supplier<List<Ruling>> source;
  private final Gazette none;
  private final Coverage coverage;
  private List<Ruling> all;
  private Gazette declaring;
  private Gazette bearing;
  private int edition;
  private int bearingEdition;

  /**
   * @param source gives them by issue, then id
   * @param none what there is to read where there are none
   */
  Rulings(Supplier<List<Ruling>> source, Gazette none, Coverage coverage) {
    this.source = source;
    this.none = none;
    this.coverage = coverage;
  }

  /**
   * They have changed.
   *
   * @param bearsOnRows whether those have that bear on rows
   */
  void change(boolean bearsOnRows) {
    edition++;
    all = null;
    declaring = null;
    if (bearsOnRows) {
      bearingEdition++;
      bearing = null;
    }
  }

  /** Counts up whenever they change. */
  int edition() {
    return edition;
  }

  /** Counts up whenever those change that bear on rows. */
  int bearingEdition() {
    return bearingEdition;
  }

  /** By issue, then id. */
  List<Ruling> all() {
    if (all == null) {
      all = source.get();
    }
    return all;
  }

  /** What authorities declare about the country's subjects. */
  Gazette declaring() {
    if (declaring == null) {
      declaring = gazette(statement -> statement.action() == Action.SET_LEVEL);
    }
    return declaring;
  }

  /** What bears on the rows of the country's subjects. */
  Gazette bearing() {
    if (bearing == null) {
      bearing = gazette(Statement::bearsOnRows);
    }
    return bearing;
  }

  /** Whether anything does. */
  boolean bearOnRows() {
    return bearing() != none;
  }

  private Gazette gazette(Predicate<Statement> concerned) {
    var some = all().stream().filter(ruling -> concerned.test(ruling.statement())).toList();
    return some.isEmpty() ? none : new Gazette(some, coverage);
  }
}
