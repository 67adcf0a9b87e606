package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.topology.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A story told to an assessor over the small world. Times are hours after {@link #START}; what is
 * not said of a report is the plainest there is: an attack by isil in FR, by a source of grade A,
 * confirmed.
 */
public final class Scene {
  static final Instant START = Instant.parse("2015-12-04T21:40:00Z");

  private final Intake intake = new Intake(SmallReference.get(), SmallReference.reader());
  private final HeapArchive archive = new HeapArchive(SmallReference.get().regions()::country);
  private final List<Outcome> told = new ArrayList<>();
  private Assessor assessor;
  private Verdict verdict;

  Scene() {
    this(Policy.DEFAULT);
  }

  Scene(Policy policy) {
    assessor =
        new Assessor(
            SmallReference.get(), archive, Territory.EVERYWHERE, policy, Long.MIN_VALUE, Desk.ROOM);
  }

  static long ms(double hours) {
    return hour(hours).toEpochMilli();
  }

  static Instant hour(double hours) {
    return START.plusMillis(Math.round(hours * 3_600_000));
  }

  Moment at(double hours) {
    return new Moment(hour(hours));
  }

  Moment at(String instant) {
    return new Moment(Instant.parse(instant));
  }

  /** What can happen at a moment. */
  final class Moment {
    private final Instant time;

    private Moment(Instant time) {
      this.time = time;
    }

    Reporting report(String id) {
      return new Reporting(id, time, Scene.this::take);
    }

    Saying says(String authority, Action action, String id) {
      return new Saying(id, authority, action, time, Scene.this::take);
    }

    Scene pin(String id, Level level, Double until) {
      var end = until == null ? null : hour(until);
      return take(control(id, Control.Type.PIN, level, end, "seen"));
    }

    Scene release(String id) {
      return take(control(id, Control.Type.RELEASE, null, null, null));
    }

    Scene control(String id, Control.Type type) {
      return take(control(id, type, null, null, null));
    }

    Scene tick() {
      told.addAll(assessor.advance(time.toEpochMilli()));
      return Scene.this;
    }

    Scene adopt(Policy policy) {
      told.addAll(assessor.adopt(policy, time.toEpochMilli()));
      return Scene.this;
    }

    private Control control(
        String id, Control.Type type, Level level, Instant until, String reason) {
      return new Control(id, type, "isil", "FR", level, until, time, "ana", reason);
    }
  }

  Scene take(Incoming record) {
    var evidence = intake.read(record);
    verdict = assessor.apply(evidence, Math.max(assessor.clock(), evidence.arrival()));
    told.addAll(verdict.outcomes());
    return this;
  }

  /** As if the process had stopped here and started again. */
  Scene restart() {
    assessor =
        new Assessor(
            SmallReference.get(), archive, Territory.EVERYWHERE, policy(), assessor.clock());
    return this;
  }

  Policy policy() {
    return assessor.policy();
  }

  /** How many dossiers are at hand. */
  int opened() {
    return assessor.open();
  }

  Verdict.Disposition disposition() {
    return verdict.disposition();
  }

  Explanation explain() {
    return explain("isil", "FR");
  }

  Explanation explain(String entity, String region) {
    return assessor.explain(new Subject(entity, region));
  }

  double score() {
    return explain().score();
  }

  double score(String entity, String region) {
    return explain(entity, region).score();
  }

  /** Of isil in FR. */
  Level level() {
    return explain().level();
  }

  Level level(String entity, String region) {
    return explain(entity, region).level();
  }

  boolean tracks(String entity, String region) {
    return explain(entity, region) != null;
  }

  /** The changes of isil in FR. */
  List<AlertLevelChange> changes() {
    return changes("isil", "FR");
  }

  List<AlertLevelChange> changes(String entity, String region) {
    return outcomes(entity, region).stream().filter(Outcome::isAlert).map(Outcome::change).toList();
  }

  AlertLevelChange last() {
    return changes().get(changes().size() - 1);
  }

  List<Outcome> outcomes(String entity, String region) {
    var subject = new Subject(entity, region);
    return told.stream().filter(o -> o.subject().equals(subject)).toList();
  }

  /** The norm of weights above the prior, by hand. */
  static double score(double prior, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight * weight;
    }
    return prior + Math.sqrt(sum);
  }

  /** What is left of a weight after some hours. */
  static double faded(double weight, double hours, double halfLife) {
    return weight * Math.pow(2, -hours / halfLife);
  }

  static Policy withHold(Duration hold) {
    var p = Policy.DEFAULT;
    return new Policy(
        p.name(),
        "hold",
        p.weights(),
        p.stories(),
        p.statements(),
        p.scoring(),
        p.corroboration(),
        hold,
        p.maxLateness(),
        p.forgetAfter(),
        p.listed());
  }

  public static Policy withThresholds(String version, Double... thresholds) {
    var p = Policy.DEFAULT;
    return new Policy(
        p.name(),
        version,
        p.weights(),
        p.stories(),
        p.statements(),
        new Policy.Scoring(p.scoring().prior(), p.scoring().exponent(), List.of(thresholds)),
        p.corroboration(),
        p.hold(),
        p.maxLateness(),
        p.forgetAfter(),
        p.listed());
  }

  /** The categories that add rows. */
  static List<Category> weighing() {
    return List.of(Category.values()).stream().filter(c -> !c.refutes()).toList();
  }
}
