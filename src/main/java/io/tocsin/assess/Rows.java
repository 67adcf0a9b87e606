package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What a report, or a warning, adds to each subject it reaches; assessment, section 2. */
final class Rows {
  /** One claim as it reaches one subject. */
  private record Reach(Claim claim, int steps, double weight) {
    static final Comparator<Reach> HEAVIEST =
        Comparator.comparingDouble(Reach::weight)
            .reversed()
            .thenComparingInt(Reach::steps)
            .thenComparing(Reach::claim, Claim.BY_NAME);
  }

  private final Reference reference;
  private final Weigher weigher;

  Rows(Reference reference, Weigher weigher) {
    this.reference = reference;
    this.weigher = weigher;
  }

  /** At most one row and one refutation for each subject. */
  Map<Subject, List<Exhibit>> of(Report report) {
    Map<Subject, Reach> rows = new TreeMap<>();
    Map<Subject, Reach> refutations = new TreeMap<>();
    for (var claim : report.claims()) {
      var heaviest = claim.category().refutes() ? refutations : rows;
      handUp(
          claim.entity(),
          claim.region(),
          (subject, steps) -> {
            var reach = new Reach(claim, steps, weight(report, claim, steps));
            if (reach.weight() > 0) {
              heaviest.merge(subject, reach, Rows::heavier);
            }
          });
    }
    Map<Subject, List<Exhibit>> exhibits = new TreeMap<>();
    rows.forEach((subject, reach) -> add(exhibits, subject, row(report, reach)));
    refutations.forEach((subject, reach) -> add(exhibits, subject, refutation(report, reach)));
    return exhibits;
  }

  /** The rows of a warning. */
  Map<Subject, List<Exhibit>> of(Statement warning, List<Subject> listed) {
    Map<Subject, Reach> nearest = new TreeMap<>();
    if (!weigher.heedsWarnings()) {
      return new TreeMap<>();
    }
    for (var from : listed) {
      var claim = new Claim(from.entity(), from.region(), Category.WARNING, 1);
      handUp(
          from.entity(),
          from.region(),
          (subject, steps) ->
              nearest.merge(subject, new Reach(claim, steps, -steps), Rows::heavier));
    }
    Map<Subject, List<Exhibit>> exhibits = new TreeMap<>();
    nearest.forEach((subject, reach) -> add(exhibits, subject, row(warning, reach)));
    return exhibits;
  }

  private void handUp(String entity, String region, BiConsumer<Subject, Integer> reached) {
    var entities = reference.entities().lineage(entity);
    var regions = reference.regions().lineage(region);
    for (int e = 0; e < entities.size(); e++) {
      for (int r = 0; r < regions.size(); r++) {
        reached.accept(new Subject(entities.get(e), regions.get(r)), e + r);
      }
    }
  }

  private double weight(Report report, Claim claim, int steps) {
    return claim.category().refutes()
        ? weigher.refuting(report.reliability(), report.credibility(), claim.salience(), steps)
        : weigher.weight(
            claim.category(), report.reliability(), report.credibility(), claim.salience(), steps);
  }

  private static Reach heavier(Reach one, Reach other) {
    return Reach.HEAVIEST.compare(one, other) <= 0 ? one : other;
  }

  private static void add(Map<Subject, List<Exhibit>> exhibits, Subject subject, Exhibit exhibit) {
    exhibits.computeIfAbsent(subject, s -> new ArrayList<>()).add(exhibit);
  }

  private static Row row(Report report, Reach reach) {
    var claim = reach.claim();
    return new Row(
        report.id(),
        report.revision(),
        report.published(),
        report.source(),
        report.origin(),
        claim.entity(),
        claim.region(),
        claim.category(),
        claim.salience(),
        reach.steps(),
        report.reliability(),
        report.credibility(),
        report.story(),
        report.fingerprint(),
        report.headline(),
        report.url(),
        false);
  }

  private static Row row(Statement warning, Reach reach) {
    var claim = reach.claim();
    return new Row(
        warning.id(),
        warning.revision(),
        warning.issued(),
        warning.authority(),
        warning.authority(),
        claim.entity(),
        claim.region(),
        claim.category(),
        claim.salience(),
        reach.steps(),
        Reliability.A,
        Credibility.CONFIRMED,
        null,
        0,
        warning.text() == null ? Action.WARN.name() : warning.text(),
        warning.url(),
        true);
  }

  private static Exhibit.Refutation refutation(Report report, Reach reach) {
    return new Exhibit.Refutation(
        report.id(),
        report.revision(),
        report.published(),
        report.reliability(),
        report.credibility(),
        reach.claim().salience(),
        reach.steps());
  }
}
