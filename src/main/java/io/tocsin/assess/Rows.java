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

/** What a report, or a warning, adds to each subject it reaches; assessment, section 2. */
final class Rows {
  /**
   * What one report adds to one subject: at most one row and one refutation.
   *
   * @param row or {@code null}
   * @param refutation or {@code null}
   */
  record Share(Subject subject, Row row, Exhibit.Refutation refutation) {
    int size() {
      return (row == null ? 0 : 1) + (refutation == null ? 0 : 1);
    }

    void addTo(List<Exhibit> exhibits) {
      if (row != null) {
        exhibits.add(row);
      }
      if (refutation != null) {
        exhibits.add(refutation);
      }
    }
  }

  /** One claim as it reaches one subject. */
  private record Reach(Subject subject, Claim claim, int steps, double weight) {
    /** By subject; of each, what refutes behind what does not, the heaviest first. */
    static final Comparator<Reach> ORDER =
        Comparator.comparing(Reach::subject)
            .thenComparing(Reach::refutes)
            .thenComparing(Comparator.comparingDouble(Reach::weight).reversed())
            .thenComparingInt(Reach::steps)
            .thenComparing(Reach::claim, Claim.BY_NAME);

    boolean refutes() {
      return claim.category().refutes();
    }

    boolean sharesPlaceWith(Reach other) {
      return other != null && refutes() == other.refutes() && subject.equals(other.subject());
    }
  }

  private final Reference reference;
  private final Weigher weigher;
  private final Territory territory;

  /**
   * @param territory subjects outside it get nothing
   */
  Rows(Reference reference, Weigher weigher, Territory territory) {
    this.reference = reference;
    this.weigher = weigher;
    this.territory = territory;
  }

  /** In order of subjects. */
  List<Share> of(Report report) {
    var reached = new ArrayList<Reach>(8);
    for (var claim : report.claims()) {
      handUp(reached, report, claim);
    }
    return shares(report, reached, false);
  }

  /** The rows of a warning, in order of subjects. */
  List<Share> of(Statement warning, List<Subject> listed) {
    if (!weigher.heedsWarnings()) {
      return List.of();
    }
    var reached = new ArrayList<Reach>();
    for (var from : listed) {
      handUp(reached, null, new Claim(from.entity(), from.region(), Category.WARNING, 1));
    }
    return shares(report(warning), reached, true);
  }

  private void handUp(List<Reach> reached, Report report, Claim claim) {
    var entities = reference.entities().lineage(claim.entity());
    var regions = reference.regions().lineage(claim.region());
    var country = reference.regions().country(claim.region());
    for (int e = 0; e < entities.size(); e++) {
      if (!territory.holds(entities.get(e), country)) {
        continue;
      }
      for (int r = 0; r < regions.size(); r++) {
        // the nearest of a warning's places counts, as if it were the heaviest
        double weight = report == null ? -(e + r) : weight(report, claim, e + r);
        if (report == null || weight > 0) {
          reached.add(
              new Reach(new Subject(entities.get(e), regions.get(r)), claim, e + r, weight));
        }
      }
    }
  }

  private double weight(Report report, Claim claim, int steps) {
    return claim.category().refutes()
        ? weigher.refuting(report.reliability(), report.credibility(), claim.salience(), steps)
        : weigher.weight(
            claim.category(), report.reliability(), report.credibility(), claim.salience(), steps);
  }

  private static List<Share> shares(Report report, List<Reach> reached, boolean official) {
    if (reached.size() > 1) {
      reached.sort(Reach.ORDER);
    }
    var shares = new ArrayList<Share>(reached.size());
    var bare = report.withoutClaims();
    Reach former = null;
    for (var reach : reached) {
      if (!reach.sharesPlaceWith(former)) {
        add(shares, bare, reach, official);
      }
      former = reach;
    }
    return shares;
  }

  private static void add(List<Share> shares, Report report, Reach reach, boolean official) {
    if (!reach.refutes()) {
      var row = new Row(report, reach.claim(), reach.steps(), official);
      shares.add(new Share(reach.subject(), row, null));
      return;
    }
    var refutation = refutation(report, reach);
    int last = shares.size() - 1;
    if (last >= 0 && shares.get(last).subject().equals(reach.subject())) {
      shares.set(last, new Share(reach.subject(), shares.get(last).row(), refutation));
    } else {
      shares.add(new Share(reach.subject(), null, refutation));
    }
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

  private static Report report(Statement warning) {
    return new Report(
        warning.id(),
        warning.revision(),
        false,
        warning.issued(),
        warning.issued(),
        warning.authority(),
        warning.authority(),
        Reliability.A,
        Credibility.CONFIRMED,
        null,
        0,
        warning.text() == null ? Action.WARN.name() : warning.text(),
        warning.url(),
        List.of());
  }
}
