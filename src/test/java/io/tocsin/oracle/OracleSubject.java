package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One subject's way through the levels (section 7). */
final class OracleSubject {
  /** What was found at one time. */
  private record Standing(Level declared, Level reported, Optional<Level> pinned) {
    static final Standing LOW = new Standing(Level.LOW, Level.LOW, Optional.empty());

    Level level() {
      return pinned.orElse(Level.max(declared, reported));
    }
  }

  private final Policy policy;
  private final OracleEvidence evidence;
  private final Subject subject;
  private final Consumer<Change> changes;
  private boolean tracked;
  private Standing standing = Standing.LOW;
  private long sequence;
  private long changedAt = Long.MIN_VALUE;
  private OracleScore score;
  private OracleReported reported;
  private final TreeSet<Long> due = new TreeSet<>();

  OracleSubject(Policy policy, OracleEvidence evidence, Subject subject, Consumer<Change> changes) {
    this.policy = policy;
    this.evidence = evidence;
    this.subject = subject;
    this.changes = changes;
  }

  boolean isTracked() {
    return tracked;
  }

  /** Emits the falls up to and including the clock, each with its own second. */
  void settle(long clock) {
    while (tracked && !due.isEmpty() && due.first() <= clock) {
      long second = due.pollFirst();
      var before = standing;
      var after = at(second);
      boolean ranOut =
          before.declared() != after.declared()
              || before.pinned().isPresent() && after.pinned().isEmpty();
      move(after, ranOut ? Cause.EXPIRY : Cause.DECAY, null, second, second);
    }
  }

  /** Looks at the evidence anew, because of a record that was just added to it. */
  void reassess(long clock, Cause cause, String trigger, long recordTime) {
    boolean wasTracked = tracked;
    tracked = evidence.isTracked(subject);
    if (!tracked) {
      if (wasTracked) {
        score = evidence.score(subject);
        move(Standing.LOW, cause, trigger, recordTime, clock);
      }
      due.clear();
      return;
    }
    score = evidence.score(subject);
    reported = new OracleReported(policy, score, clock);
    due.clear();
    due.addAll(reported.falls());
    due.addAll(evidence.declarations.expiries(subject));
    due.addAll(evidence.pins.expiries(subject));
    due.headSet(clock, true).clear();
    due.remove(OracleStatements.NEVER);
    move(at(clock), cause, trigger, recordTime, clock);
  }

  State state(long clock) {
    return new State(
        standing.level(), standing.declared(), standing.reported(), score.score(clock));
  }

  private Standing at(long t) {
    return new Standing(
        evidence.declarations.declared(subject, t),
        reported.reported(t),
        evidence.pins.pinned(subject, t));
  }

  private void move(Standing next, Cause cause, String trigger, long recordTime, long at) {
    var previous = standing.level();
    standing = next;
    if (next.level() != previous) {
      sequence++;
      changedAt = Math.max(recordTime, changedAt);
      changes.accept(
          new Change(
              subject,
              sequence,
              previous,
              next.level(),
              next.declared(),
              next.reported(),
              score.score(at),
              cause,
              trigger,
              changedAt));
    }
  }
}
