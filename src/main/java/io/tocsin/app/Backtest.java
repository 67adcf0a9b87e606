package io.tocsin.app;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Explanation;
import io.tocsin.assess.HeapArchive;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Overall;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Report;
import io.tocsin.assess.Territory;
import io.tocsin.assess.Verdict;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.topology.Intake;
import io.tocsin.topology.NewsReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The same assessment without Kafka: records in, in order of arrival, changes out, under the clock
 * of the stream.
 *
 * <p>Not for several threads.
 */
public final class Backtest {
  /** What became of a record. */
  public enum Fate {
    ASSESSED,
    DUPLICATE,
    SUPERSEDED,
    RECORDED,
    /** Neither it nor its text names a region, so it concerns no subject. */
    UNLOCATED,
    /** It came too long after it was published. */
    LATE
  }

  /**
   * A subject at the end.
   *
   * @param score in dB at the end
   */
  public record Standing(String entity, String region, Level level, double score) {
    public Subject subject() {
      return new Subject(entity, region);
    }
  }

  private final Intake intake;
  private final Assessor assessor;
  private final Consumer<AlertLevelChange> alerts;
  private final Consumer<AlertLevelChange> states;
  private final TreeMap<Subject, AlertLevelChange> latest = new TreeMap<>();
  private final Map<String, TreeMap<Subject, AlertLevelChange>> byRegion = new HashMap<>();
  private final Map<String, AlertLevelChange> overalls = new HashMap<>();

  /**
   * @param alerts told of every change of a level, those of regions overall included
   */
  public Backtest(Reference reference, Policy policy, Consumer<AlertLevelChange> alerts) {
    this(reference, new NewsReader(reference), policy, alerts);
  }

  /**
   * @param reader perhaps shared with others
   * @param alerts told of every change of a level, those of regions overall included
   */
  public Backtest(
      Reference reference, NewsReader reader, Policy policy, Consumer<AlertLevelChange> alerts) {
    this(reference, reader, policy, alerts, state -> {});
  }

  /**
   * @param reader perhaps shared with others
   * @param alerts told of every change of a level, those of regions overall included
   * @param states told of every state of a subject, those included in which only a ledger moved
   */
  Backtest(
      Reference reference,
      NewsReader reader,
      Policy policy,
      Consumer<AlertLevelChange> alerts,
      Consumer<AlertLevelChange> states) {
    this.intake = new Intake(reference, reader);
    this.assessor =
        new Assessor(
            reference,
            new HeapArchive(reference.regions()::country),
            Territory.EVERYWHERE,
            policy,
            Long.MIN_VALUE);
    this.alerts = alerts;
    this.states = states;
  }

  /**
   * Applies one record.
   *
   * @throws InvalidRecord if it names what the reference data does not know
   */
  public Fate accept(Incoming record) {
    var evidence = intake.read(record);
    if (Intake.isLate(evidence, assessor.clock(), assessor.policy())) {
      return Fate.LATE;
    }
    var verdict = assessor.apply(evidence, Math.max(assessor.clock(), evidence.arrival()));
    tell(verdict.outcomes());
    return evidence instanceof Report report && report.claims().isEmpty() && !report.retracted()
        ? Fate.UNLOCATED
        : fate(verdict.disposition());
  }

  /** Lets time go by, as a TICK does. */
  public void advance(long moment) {
    tell(assessor.advance(moment));
  }

  /** The moment reached, in UTC epoch ms. */
  public long clock() {
    return assessor.clock();
  }

  /** The latest state of every tracked subject, regions overall included, in order. */
  public Collection<AlertLevelChange> latest() {
    return List.copyOf(latest.values());
  }

  /** How many subjects are tracked, regions overall included. */
  public int tracked() {
    return latest.size();
  }

  /** Every tracked subject as it stands at the moment reached, in order. */
  public List<Standing> standings() {
    var standings = new ArrayList<Standing>();
    for (var state : latest.values()) {
      double score = state.score();
      if (!state.subject().isOverall()) {
        score = assessor.score(state.subject());
      }
      standings.add(new Standing(state.entity(), state.region(), state.level(), score));
    }
    return standings;
  }

  /** Why a subject stands where it does; {@code null} where it is not tracked. */
  public Explanation explain(Subject subject) {
    return assessor.explain(subject);
  }

  private static Fate fate(Verdict.Disposition disposition) {
    return switch (disposition) {
      case ASSESSED -> Fate.ASSESSED;
      case DUPLICATE -> Fate.DUPLICATE;
      case SUPERSEDED -> Fate.SUPERSEDED;
      case RECORDED -> Fate.RECORDED;
    };
  }

  private void tell(List<Outcome> outcomes) {
    for (var outcome : outcomes) {
      if (outcome.kind() == Outcome.Kind.FORGOTTEN) {
        var forgotten = latest.remove(outcome.subject());
        members(outcome.subject().region()).remove(outcome.subject());
        overall(forgotten);
      } else {
        if (outcome.isAlert()) {
          alerts.accept(outcome.change());
        }
        states.accept(outcome.change());
        latest.put(outcome.subject(), outcome.change());
        members(outcome.subject().region()).put(outcome.subject(), outcome.change());
        overall(outcome.change());
      }
    }
  }

  private void overall(AlertLevelChange moved) {
    var region = moved.region();
    var before = overalls.get(region);
    var after = Overall.after(before, moved, members(region).values());
    if (after != null) {
      overalls.put(region, after);
      states.accept(after);
      if (after.sequence() > (before == null ? 0 : before.sequence())) {
        alerts.accept(after);
      }
    }
    if (members(region).isEmpty()) {
      latest.remove(Subject.overall(region));
    } else {
      latest.put(Subject.overall(region), overalls.get(region));
    }
  }

  private TreeMap<Subject, AlertLevelChange> members(String region) {
    return byRegion.computeIfAbsent(region, r -> new TreeMap<>());
  }
}
