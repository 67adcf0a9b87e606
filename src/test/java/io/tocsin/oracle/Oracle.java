package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import io.tocsin.model.Cause;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The assessment by its definition: takes records as they arrive, under {@code clock: stream} with
 * one clock, and recomputes every subject that a record may concern from the set of records.
 */
public final class Oracle {
  private final Policy policy;
  private final OracleEvidence evidence;
  private final Map<Subject, OracleSubject> subjects = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long clock = Long.MIN_VALUE;

  public Oracle(Policy policy, World world) {
    this.policy = policy;
    evidence = new OracleEvidence(policy, world);
  }

  /**
   * Applies one record in order of arrival.
   *
   * @param record a NewsEvent, an OfficialStatement or a Control
   */
  public void apply(Object record) {
    if (record instanceof NewsEvent event) {
      apply(event);
    } else if (record instanceof OfficialStatement statement) {
      apply(statement);
    } else if (record instanceof Control control) {
      apply(control);
    } else {
      throw new IllegalArgumentException("neither news, statement nor control: " + record);
    }
  }

  public void applyAll(Iterable<?> records) {
    records.forEach(this::apply);
  }

  /** Every change so far, those of one subject in order of their sequence. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * All tracked subjects at the clock. An overall subject has the greatest level, declared,
   * reported and score of its region's subjects, each for itself.
   */
  public Map<Subject, State> states() {
    subjects.values().forEach(s -> s.settle(clock));
    var states = new TreeMap<Subject, State>();
    subjects.forEach(
        (subject, s) -> {
          if (s.isTracked()) {
            states.put(subject, s.state(clock));
            states.merge(Subject.overall(subject.region()), s.state(clock), Oracle::greatest);
          }
        });
    return states;
  }

  private void apply(NewsEvent event) {
    if (!advance(event.arrivalTime())) {
      return;
    }
    var old = evidence.current(event.id());
    if (old.isPresent() && old.get().revision() >= event.revision()) {
      return;
    }
    var cause = event.isRetracted() || event.revision() > 0 ? Cause.CORRECTION : Cause.NEWS;
    reassess(evidence.replace(event), cause, event.id(), event.arrivalTime());
  }

  private void apply(OfficialStatement statement) {
    if (!evidence.statements.isAuthorityKnown(statement)
        || evidence.statements.isKnown(statement)) {
      return;
    }
    advance(statement.issuedAt());
    evidence.add(statement);
    var concerned = evidence.concerned(statement, subjects.keySet());
    reassess(concerned, Cause.STATEMENT, statement.id(), statement.issuedAt());
  }

  private void apply(Control control) {
    advance(control.at());
    if (!control.type().touchesLevel() || evidence.pins.isKnown(control)) {
      return;
    }
    evidence.pins.add(control);
    reassess(List.of(control.subject()), Cause.CONTROL, control.id(), control.at());
  }

  /** Moves the clock on and emits what has fallen due; false for news that comes too late. */
  private boolean advance(Instant arrival) {
    long time = arrival.toEpochMilli();
    boolean tooLate =
        policy.maxLateness() != null
            && clock != Long.MIN_VALUE
            && clock - time > policy.maxLateness().toMillis();
    clock = Math.max(clock, time);
    subjects.values().forEach(s -> s.settle(clock));
    return !tooLate;
  }

  private void reassess(
      Collection<Subject> concerned, Cause cause, String trigger, Instant recordTime) {
    for (var subject : concerned) {
      subjects
          .computeIfAbsent(subject, s -> new OracleSubject(policy, evidence, s, changes::add))
          .reassess(clock, cause, trigger, recordTime.toEpochMilli());
    }
  }

  private static State greatest(State a, State b) {
    return new State(
        Level.max(a.level(), b.level()),
        Level.max(a.declared(), b.declared()),
        Level.max(a.reported(), b.reported()),
        Math.max(a.score(), b.score()));
  }
}
