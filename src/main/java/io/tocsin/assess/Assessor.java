package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Cause;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
  private static final Comparator<Outcome> BY_TIME =
      Comparator.comparing((Outcome outcome) -> outcome.change().effectiveAt())
          .thenComparing(Outcome::subject);

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
   * @param room how many exhibits stay at hand; the others lie on the archive's shelf
   */
  public Assessor(
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
    follow(policy, subject -> {});
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
    var told = new ArrayList<Outcome>(2);
    advance(now, told);
    if (evidence instanceof Report report) {
      return new Verdict(applied(report, told), told);
    }
    if (evidence instanceof Statement statement) {
      return new Verdict(applied(statement, told), told);
    }
    return new Verdict(applied((Instruction) evidence, told), told);
  }

  /** How many dossiers are at hand. */
  public int open() {
    return desk.opened();
  }

  /** How many exhibits are, with what covers take. */
  public int exhibits() {
    return desk.size();
  }

  /** Lets time go by. */
  public List<Outcome> advance(long now) {
    var told = new ArrayList<Outcome>();
    advance(now, told);
    return told;
  }

  /** Assesses all subjects anew by another policy. */
  public List<Outcome> adopt(Policy policy, long now) {
    var told = new ArrayList<Outcome>();
    advance(now, told);
    if (!policy.equals(rulebook.policy())) {
      desk.handOver();
      var affected = new TreeSet<>(archive.directory().all());
      follow(policy, affected::add);
      reassess(affected, new Trigger(Cause.POLICY, policy.version(), clock), told);
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

  private void advance(long now, List<Outcome> told) {
    if (now > clock) {
      int from = told.size();
      for (var subject : archive.due(now)) {
        desk.settle(subject, clock, now, told);
      }
      // entries are lower bounds, and which ones depends on what was written out when
      told.subList(from, told.size()).sort(BY_TIME);
      clock = now;
    }
  }

  /**
   * Follows a policy: notes of all evidence which subjects have exhibits of it. A dossier is laid
   * out from that when somebody asks for it: who has many subjects would not be through for minutes
   * otherwise, and most of them are not asked for.
   *
   * @param subjects is told of those that have any of it, again and again
   */
  private void follow(Policy policy, Consumer<Subject> subjects) {
    rulebook = Rulebook.of(policy, coverage, book);
    rows = new Rows(reference, rulebook.weigher(), territory);
    desk = new Desk(archive, rulebook, reference, rows, room);
    archive.clearShelf();
    long horizon = Math.max(clock, Times.NEVER) - rulebook.horizon();
    archive.review(
        report -> {
          int noted = 0;
          for (var share : rows.of(report)) {
            if (report.published() >= archive.keptFrom(share.subject())) {
              desk.note(share);
              noted++;
            }
            subjects.accept(share.subject());
          }
          return noted == 0 && report.published() < horizon ? -1 : noted;
        },
        replaced -> rows.of(replaced).forEach(share -> desk.doubt(share.subject())));
    for (var statement : archive.statements()) {
      warning(statement).forEach(desk::file);
    }
    for (var instruction : archive.instructions()) {
      desk.file(instruction.control().subject(), instruction.pin());
    }
  }

  private Verdict.Disposition applied(Report report, List<Outcome> told) {
    int filed = archive.revision(report.id());
    if (report.revision() <= filed) {
      return report.revision() == filed
          ? Verdict.Disposition.DUPLICATE
          : Verdict.Disposition.SUPERSEDED;
    }
    var trigger = Trigger.of(report);
    if (filed >= 0) {
      replace(archive.report(report.id()), report, trigger, told);
      return Verdict.Disposition.ASSESSED;
    }
    enter(report, trigger, told);
    return Verdict.Disposition.ASSESSED;
  }

  /** A report that is new: subjects that it cannot move are not even looked at. */
  private void enter(Report report, Trigger trigger, List<Outcome> told) {
    var shares = rows.of(report);
    var ceilings = new Ceiling[shares.size()];
    var dossiers = new Dossier[shares.size()];
    int subjects = 0;
    for (int i = 0; i < dossiers.length; i++) {
      var share = shares.get(i);
      ceilings[i] = desk.ceiling(share, clock);
      if (ceilings[i] == null) {
        dossiers[i] = desk.open(share.subject());
      }
      subjects += ceilings[i] != null || desk.file(dossiers[i], share) ? 1 : 0;
    }
    archive.file(report, subjects);
    for (int i = 0; i < dossiers.length; i++) {
      var share = shares.get(i);
      if (dossiers[i] == null) {
        archive.note(share.subject(), ceilings[i]);
      } else {
        desk.reassess(dossiers[i], trigger, clock, told);
        desk.dismiss(dossiers[i], share);
      }
    }
  }

  private void replace(Report former, Report report, Trigger trigger, List<Outcome> told) {
    var affected = new TreeSet<Subject>();
    for (var share : rows.of(former)) {
      desk.strike(share.subject(), former);
      affected.add(share.subject());
    }
    int subjects = 0;
    for (var share : rows.of(report)) {
      subjects += desk.file(share) ? 1 : 0;
      affected.add(share.subject());
    }
    archive.file(report, subjects);
    reassess(affected, trigger, told);
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
      coverage.listed(statement).stream().filter(this::isMine).forEach(affected::add);
      for (var share : warning(statement)) {
        desk.file(share);
        affected.add(share.subject());
      }
    }
    reassess(affected, new Trigger(Cause.STATEMENT, statement.id(), statement.issued()), told);
    return statement.action() == Action.COMMENT
        ? Verdict.Disposition.RECORDED
        : Verdict.Disposition.ASSESSED;
  }

  private List<Rows.Share> warning(Statement statement) {
    return statement.action() == Action.WARN && statement.lists()
        ? rows.of(statement, coverage.listed(statement))
        : List.of();
  }

  private Verdict.Disposition applied(Instruction instruction, List<Outcome> told) {
    var control = instruction.control();
    if (!control.type().touchesLevel() || !isMine(control.subject())) {
      return Verdict.Disposition.RECORDED;
    }
    var subject = control.subject();
    var pin = instruction.pin();
    if (!desk.file(subject, pin)) {
      return Verdict.Disposition.DUPLICATE;
    }
    archive.file(instruction);
    desk.reassess(subject, new Trigger(Cause.CONTROL, pin.id(), pin.time()), clock, told);
    return Verdict.Disposition.ASSESSED;
  }

  private void reassess(TreeSet<Subject> affected, Trigger trigger, List<Outcome> told) {
    affected.forEach(subject -> desk.reassess(subject, trigger, clock, told));
  }

  /** The subjects known so far that a statement may move. */
  private List<Subject> reachedBy(Statement statement) {
    var reached = new ArrayList<Subject>();
    var directory = archive.directory();
    var entities = coverage.relatedEntities(statement);
    Predicate<String> region = place -> coverage.relatedRegion(statement, place);
    for (var country : coverage.countries(statement)) {
      reached.addAll(
          statement.entities().isEmpty()
              ? directory.of(country, region)
              : directory.of(country, entities, region));
    }
    return reached;
  }

  private boolean isMine(Subject subject) {
    return territory.holds(subject.entity(), reference.regions().country(subject.region()));
  }
}
