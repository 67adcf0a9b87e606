package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Cause;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Applies evidence to subjects and says what moved; assessment, sections 7 and 8.
 *
 * <p>Where a subject ends up is a function of the set of evidence, the policy and the time. What is
 * told on the way depends on the order of arrival too, and on nothing else: before a piece of
 * evidence is applied, all that time alone has brought about is told, so it makes no difference how
 * often the clock was looked at in between.
 *
 * <p>Not for several threads.
 */
public final class Assessor {
  private final Reference reference;
  private final Archive archive;
  private final Territory territory;
  private final Coverage coverage;
  private final StatementBook book;
  private final int room;
  private Rulebook rulebook;
  private Rows rows;
  private Desk desk;
  private long clock;

  /**
   * @param clock the latest moment that the archive has seen, in UTC epoch ms; {@link
   *     Long#MIN_VALUE} for a new one
   */
  public Assessor(
      Reference reference, Archive archive, Territory territory, Policy policy, long clock) {
    this(reference, archive, territory, policy, clock, Desk.ROOM);
  }

  /**
   * @param room how many exhibits stay at hand
   */
  Assessor(
      Reference reference,
      Archive archive,
      Territory territory,
      Policy policy,
      long clock,
      int room) {
    this.reference = reference;
    this.archive = archive;
    this.territory = territory;
    this.coverage = new Coverage(reference);
    this.book = new StatementBook(coverage);
    this.clock = clock;
    this.room = room;
    archive.statements().forEach(book::enter);
    follow(policy);
  }

  public long clock() {
    return clock;
  }

  public Policy policy() {
    return rulebook.policy();
  }

  /**
   * Applies a piece of evidence.
   *
   * @param now the clock once this record has arrived; never turned back
   */
  public Verdict apply(Evidence evidence, long now) {
    var told = new ArrayList<>(advance(now));
    if (evidence instanceof Report report) {
      return new Verdict(applied(report, told), told);
    }
    if (evidence instanceof Statement statement) {
      return new Verdict(applied(statement, told), told);
    }
    return new Verdict(applied((Instruction) evidence, told), told);
  }

  /** Lets time go by. */
  public List<Outcome> advance(long now) {
    var told = new ArrayList<Outcome>();
    if (now > clock) {
      for (var subject : archive.due(now)) {
        desk.settle(subject, clock, now, told);
      }
      clock = now;
    }
    return told;
  }

  /** Assesses all subjects anew by another policy. */
  public List<Outcome> adopt(Policy policy, long now) {
    var told = new ArrayList<>(advance(now));
    if (!policy.equals(rulebook.policy())) {
      follow(policy);
      var trigger = new Trigger(Cause.POLICY, policy.version(), clock);
      archive.subjects().forEach(subject -> desk.reassess(subject, trigger, clock, told));
    }
    return told;
  }

  /**
   * Why a subject stands where it does at the present moment; {@code null} where it is not tracked.
   */
  public Explanation explain(Subject subject) {
    var standing = archive.standing(subject);
    return standing == null || !standing.tracked()
        ? null
        : Explanation.of(desk.open(subject), rulebook, clock);
  }

  /** The score in dB of a tracked subject at the present moment. */
  public double score(Subject subject) {
    return desk.open(subject).position(clock).score();
  }

  private void follow(Policy policy) {
    rulebook = Rulebook.of(policy, coverage, book);
    rows = new Rows(reference, rulebook.weigher());
    desk = new Desk(archive, rulebook, reference, room);
  }

  private Verdict.Disposition applied(Report report, List<Outcome> told) {
    var filing = archive.filing(report.id());
    if (filing != null && report.revision() <= filing.revision()) {
      return report.revision() == filing.revision()
          ? Verdict.Disposition.DUPLICATE
          : Verdict.Disposition.SUPERSEDED;
    }
    var exhibits = mine(rows.of(report));
    List<Subject> former = filing == null ? List.of() : filing.subjects();
    for (var subject : former) {
      desk.strike(subject, report.id());
    }
    exhibits.forEach(desk::file);
    archive.file(report.id(), new Filing(report.revision(), List.copyOf(exhibits.keySet())));
    var affected = new TreeSet<>(former);
    affected.addAll(exhibits.keySet());
    var cause = report.corrects() ? Cause.CORRECTION : Cause.NEWS;
    reassess(affected, new Trigger(cause, report.id(), report.arrival()), told);
    return Verdict.Disposition.ASSESSED;
  }

  private Verdict.Disposition applied(Statement statement, List<Outcome> told) {
    if (book.holds(statement)) {
      return Verdict.Disposition.DUPLICATE;
    }
    book.enter(statement);
    archive.file(statement);
    var affected = new TreeSet<Subject>();
    book.touchedBy(statement).stream()
        .filter(touched -> touched.action() != Action.COMMENT)
        .forEach(touched -> affected.addAll(reachedBy(touched)));
    if (statement.lists()) {
      var listed = coverage.listed(statement);
      listed.stream().filter(this::isMine).forEach(affected::add);
      if (statement.action() == Action.WARN) {
        var exhibits = mine(rows.of(statement, listed));
        exhibits.forEach(desk::file);
        affected.addAll(exhibits.keySet());
      }
    }
    reassess(affected, new Trigger(Cause.STATEMENT, statement.id(), statement.issued()), told);
    return statement.action() == Action.COMMENT
        ? Verdict.Disposition.RECORDED
        : Verdict.Disposition.ASSESSED;
  }

  private Verdict.Disposition applied(Instruction instruction, List<Outcome> told) {
    var control = instruction.control();
    if (!control.type().touchesLevel() || !isMine(control.subject())) {
      return Verdict.Disposition.RECORDED;
    }
    Long until = control.until() == null ? null : control.until().toEpochMilli();
    var pin =
        new Exhibit.Pin(
            control.id(), instruction.arrival(), control.type(), control.level(), until);
    var subject = control.subject();
    if (desk.open(subject).has(pin)) {
      return Verdict.Disposition.DUPLICATE;
    }
    desk.file(subject, List.of(pin));
    desk.reassess(subject, new Trigger(Cause.CONTROL, pin.id(), pin.time()), clock, told);
    return Verdict.Disposition.ASSESSED;
  }

  private void reassess(Collection<Subject> affected, Trigger trigger, List<Outcome> told) {
    affected.forEach(subject -> desk.reassess(subject, trigger, clock, told));
  }

  /** The subjects known so far that a statement may move. */
  private List<Subject> reachedBy(Statement statement) {
    var reached = new ArrayList<Subject>();
    for (var country : coverage.countries(statement)) {
      for (var subject : archive.subjects(country)) {
        if (coverage.related(statement, subject)) {
          reached.add(subject);
        }
      }
    }
    return reached;
  }

  private Map<Subject, List<Exhibit>> mine(Map<Subject, List<Exhibit>> exhibits) {
    exhibits.keySet().removeIf(subject -> !isMine(subject));
    return exhibits;
  }

  private boolean isMine(Subject subject) {
    return territory.holds(subject.entity(), reference.regions().country(subject.region()));
  }
}
