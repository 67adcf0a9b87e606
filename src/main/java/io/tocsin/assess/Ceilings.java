package io.tocsin.assess;

import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;

/**
 * Reckons how high the rows of subjects can reach at most. Stories, refutations and official word
 * make a row weigh less, a CONFIRM alone makes it weigh more; so each row counts in full, and as
 * confirmed where anything official bears on its country.
 */
final class Ceilings {
  /** In dB: sums that are put together otherwise differ in their last digits. */
  private static final double MARGIN = 1e-6;

  /** To go through more rows than that costs more than opening the dossier again. */
  private static final int MANY = 64;

  private final Weigher weigher;
  private final Yardstick yardstick;
  private final StatementBook book;
  private final Reference reference;
  private final long horizon;

  Ceilings(Rulebook rulebook, Reference reference) {
    this.weigher = rulebook.weigher();
    this.yardstick = weigher.yardstick();
    this.book = rulebook.book();
    this.reference = reference;
    this.horizon = rulebook.forgettingHorizon();
  }

  /**
   * The ceiling with one more row.
   *
   * @param before {@code null} where there is no other row
   */
  Ceiling with(Ceiling before, Subject subject, Row row) {
    double weight = weigher.weight(row);
    if (book.rulings(reference.regions().country(subject.region())).bearOnRows()) {
      weight = Math.max(weight, weigher.confirmedWeight(row));
    }
    double power = yardstick.power(weight);
    if (before == null) {
      return new Ceiling(power, row.time(), row.time());
    }
    // what came before fades as slowly as anything does, and not at all for a row that is late
    long passed = Math.max(0, row.time() - before.latest());
    return new Ceiling(
        yardstick.slowlyFaded(before.total(), passed) + power,
        Math.max(before.latest(), row.time()),
        Math.min(before.earliest(), row.time()));
  }

  /** The ceiling over all rows of a dossier; {@code null} where it is not worth to reckon. */
  Ceiling over(Dossier dossier) {
    var rows = dossier.rows();
    if (rows.size() > MANY || !dossier.standing().tracked()) {
      return null;
    }
    Ceiling ceiling = null;
    for (var row : rows) {
      ceiling = with(ceiling, dossier.subject(), row);
    }
    return ceiling;
  }

  /** Whether nothing under it can reach a level from its latest row on. */
  boolean isLow(Ceiling ceiling) {
    return yardstick.score(ceiling.total()) + MARGIN < yardstick.threshold(1);
  }

  /** Whether a row comes after all others, and none of those is old enough to be forgotten now. */
  boolean isInOrder(Ceiling before, Row row, long now) {
    return row.time() >= before.latest() && before.earliest() >= now - horizon;
  }
}
