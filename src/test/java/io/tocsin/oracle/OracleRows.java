package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Section 2: which rows an event or a WARN adds to which subjects. */
final class OracleRows {
  private final Policy policy;
  private final World world;

  OracleRows(Policy policy, World world) {
    this.policy = policy;
    this.world = world;
  }

  /** The cross product of entities and regions, with salience 1. */
  List<Claim> claims(NewsEvent event) {
    var category = event.category() == null ? Category.OTHER : event.category();
    var entities = event.entities().isEmpty() ? List.of(Subject.UNATTRIBUTED) : event.entities();
    return claims(entities, event.regions(), category);
  }

  /** One row at most for each subject; none where the event is retracted or refutes. */
  Map<Subject, OracleRow> of(NewsEvent event) {
    var best = new HashMap<Subject, OracleRow>();
    if (event.isRetracted()) {
      return best;
    }
    var text = List.of(plain(event.headline()), event.body() == null ? "" : plain(event.body()));
    for (var claim : claims(event)) {
      if (!claim.category().refutes()) {
        expand(
            claim, (subject, steps) -> keepBest(best, subject, newsRow(event, text, claim, steps)));
      }
    }
    return best;
  }

  /** R·C·salience·a^steps of a HOAX or DENIAL, the greatest for each subject. */
  Map<Subject, Double> refutations(NewsEvent event) {
    var best = new HashMap<Subject, Double>();
    if (event.isRetracted()) {
      return best;
    }
    for (var claim : claims(event)) {
      if (claim.category().refutes()) {
        double strength = reliability(grade(event)) * credibility(event) * claim.salience();
        expand(claim, (s, steps) -> best.merge(s, strength * attenuated(steps), Math::max));
      }
    }
    return best;
  }

  /** The rows of a WARN, given the regions that it stands for, groups already taken apart. */
  Map<Subject, OracleRow> of(OfficialStatement warning, List<String> regions) {
    var best = new HashMap<Subject, OracleRow>();
    var entities =
        warning.entities().isEmpty() ? List.of(Subject.UNATTRIBUTED) : warning.entities();
    for (var claim : claims(entities, regions, Category.WARNING)) {
      expand(claim, (subject, steps) -> keepBest(best, subject, warningRow(warning, claim, steps)));
    }
    return best;
  }

  private OracleRow newsRow(NewsEvent event, List<String> text, Claim claim, int steps) {
    var decay = policy.weights().categories().get(claim.category());
    return new OracleRow(
        event.id(),
        event.publishedAt().toEpochMilli(),
        claim,
        steps,
        decay.base() * reliability(grade(event)) * claim.salience() * attenuated(steps),
        credibility(event),
        decay.halfLife().toMillis(),
        grade(event),
        event.source(),
        event.origin() == null ? event.source() : event.origin(),
        text,
        event,
        null);
  }

  private OracleRow warningRow(OfficialStatement warning, Claim claim, int steps) {
    var decay = policy.statements().warning();
    return new OracleRow(
        warning.id(),
        warning.issuedAt().toEpochMilli(),
        claim,
        steps,
        decay.base() * attenuated(steps),
        1,
        decay.halfLife().toMillis(),
        Reliability.A,
        warning.authority(),
        warning.authority(),
        List.of(),
        null,
        warning);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  private List<Claim> claims(List<String> entities, List<String> regions, Category category) {
    var claims = new ArrayList<Claim>();
    for (var region : regions) {
      if (world.isRegion(region)) {
        entities.forEach(entity -> claims.add(new Claim(entity, region, category, 1)));
      }
    }
    return claims;
  }

  private interface Reached {
    void at(Subject subject, int steps);
  }

  private void expand(Claim claim, Reached reached) {
    var entities = world.entityLineage(claim.entity());
    var regions = world.regionLineage(claim.region());
    for (int e = 0; e < entities.size(); e++) {
      for (int r = 0; r < regions.size(); r++) {
        reached.at(new Subject(entities.get(e), regions.get(r)), e + r);
      }
    }
  }

  private static void keepBest(Map<Subject, OracleRow> best, Subject subject, OracleRow row) {
    if (row.weight() > 0) {
      best.merge(subject, row, (a, b) -> OracleRow.BEST_FIRST.compare(a, b) <= 0 ? a : b);
    }
  }

  private Reliability grade(NewsEvent event) {
    return world.reliability(event.source());
  }

  private double reliability(Reliability grade) {
    return policy.weights().reliability().get(grade);
  }

  private double credibility(NewsEvent event) {
    var grade = event.credibility() == null ? Credibility.CANNOT_BE_JUDGED : event.credibility();
    return policy.weights().credibility().get(grade);
  }

  private double attenuated(int steps) {
    return Math.pow(policy.weights().attenuation(), steps);
  }
}
