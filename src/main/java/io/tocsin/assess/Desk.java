package io.tocsin.assess;

import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens dossiers, looks at them, and tells what differs from what was last told.
 *
 * <p>Dossiers that are used stay open, up to a number of exhibits; which are not is found as a
 * clock's hand finds the pages of a memory that nobody has touched since it came by last (Corbató,
 * 1968). A dossier that is opened again from the archive is the same to the bit.
 */
final class Desk {
  /** How many exhibits stay at hand. */
  static final int ROOM = 500_000;

  /** A dossier takes as much memory as so many of its exhibits. */
  private static final int COVER = 2;

  private final Archive archive;
  private final Rulebook rulebook;
  private final Reference reference;
  private final Rows rows;
  private final Telling telling;
  private final Ceilings ceilings;
  private final Map<Subject, Dossier> open = new LinkedHashMap<>();
  private final int room;
  private int size;

  Desk(Archive archive, Rulebook rulebook, Reference reference, Rows rows, int room) {
    this.room = room;
    this.rows = rows;
    this.archive = archive;
    this.rulebook = rulebook;
    this.reference = reference;
    this.telling = new Telling(rulebook.policy());
    this.ceilings = new Ceilings(rulebook, reference);
  }

  /** How many dossiers are at hand. */
  int opened() {
    return open.size();
  }

  /** How many exhibits are, with what covers take. */
  int size() {
    return size;
  }

  Dossier open(Subject subject) {
    var dossier = open.get(subject);
    if (dossier == null) {
      var kept = archive.standing(subject);
      var standing = kept == null ? Standing.UNKNOWN : kept;
      var country = reference.regions().country(subject.region());
      // of one that no policy before this one made known, there may be reports
      boolean known = kept != null || archive.directory().has(subject);
      List<Exhibit> exhibits = known ? exhibits(subject, standing) : List.of();
      dossier = new Dossier(subject, country, rulebook, !known, standing, exhibits);
      open.put(subject, dossier);
      archive.cover(subject, null);
      size += dossier.size() + COVER;
      makeRoom(dossier);
    }
    return dossier;
  }

  private List<Exhibit> exhibits(Subject subject, Standing standing) {
    var shelved = archive.shelved(subject);
    if (shelved.reports().isEmpty()) {
      return shelved.exhibits();
    }
    var exhibits = new ArrayList<>(shelved.exhibits());
    for (var report : shelved.reports()) {
      if (report.published() >= standing.keptFrom()) {
        rows.of(report).stream()
            .filter(share -> share.subject().equals(subject))
            .forEach(share -> share.addTo(exhibits));
      }
    }
    return exhibits;
  }

  /**
   * The ceiling over a subject with what a report adds to it, where that moves nothing: its dossier
   * need not be opened, and the report is just to be noted. Else {@code null}.
   */
  Ceiling ceiling(Rows.Share share, long now) {
    var row = share.row();
    if (row == null || share.refutation() != null) {
      return null;
    }
    var before = archive.ceiling(share.subject());
    if (before == null || !ceilings.isInOrder(before, row, now)) {
      return null;
    }
    var ceiling = ceilings.with(before, share.subject(), row);
    return ceilings.isLow(ceiling) ? ceiling : null;
  }

  /** Notes the report at hand, of which all others noted so far may be later. */
  void note(Rows.Share share) {
    var ceiling = archive.ceiling(share.subject());
    archive.note(
        share.subject(),
        share.row() == null ? ceiling : ceilings.with(ceiling, share.subject(), share.row()));
  }

  /** Of what was noted of a subject, something does not count any more: perhaps it was all. */
  void doubt(Subject subject) {
    if (archive.ceiling(subject) != null) {
      archive.cover(subject, Ceiling.UNKNOWN);
    }
  }

  /** Puts a dossier away that was opened for the row of the report at hand and may be left low. */
  void dismiss(Dossier dossier, Rows.Share share) {
    if (dossier.isOpen() && dossier.beganWith(share.row())) {
      var ceiling = ceilings.with(null, share.subject(), share.row());
      if (ceilings.isLow(ceiling)) {
        open.remove(share.subject());
        close(dossier);
        archive.note(share.subject(), ceiling);
      }
    }
  }

  /** Files what a report adds to a subject; whether it is new enough to be kept. */
  boolean file(Rows.Share share) {
    return file(open(share.subject()), share);
  }

  /** The same, with its dossier at hand. */
  boolean file(Dossier dossier, Rows.Share share) {
    boolean filed = share.row() != null && dossier.add(share.row());
    filed |= share.refutation() != null && dossier.add(share.refutation());
    size += filed ? share.size() : 0;
    return filed;
  }

  /** Files what an analyst decided; whether it was not there before. */
  boolean file(Subject subject, Exhibit.Pin pin) {
    var dossier = open(subject);
    if (dossier.has(pin)) {
      return false;
    }
    size++;
    return dossier.add(pin);
  }

  /** Removes what a news event put into a subject's dossier. */
  void strike(Subject subject, Report report) {
    size -= open(subject).strike(report);
  }

  /** Tells what time alone brings about after a moment, up to and including another. */
  void settle(Subject subject, long from, long to, List<Outcome> told) {
    var dossier = open(subject);
    long due = dossier.due(from);
    while (due <= to) {
      var standing = dossier.standing();
      var position = dossier.position(due);
      boolean ranOut =
          position.declared() != standing.declared()
              || dossier.pin(due - 1) != null && dossier.pin(due) == null;
      var trigger = new Trigger(ranOut ? Cause.EXPIRY : Cause.DECAY, null, due);
      tell(dossier, position, trigger, told);
      due = dossier.due(due);
    }
    keep(dossier, due);
    dossier.rest();
  }

  /** Tells what evidence about a subject has changed. */
  void reassess(Subject subject, Trigger trigger, long now, List<Outcome> told) {
    reassess(open(subject), trigger, now, told);
  }

  /** The same, with its dossier at hand, which others may have pushed from the desk since. */
  void reassess(Dossier former, Trigger trigger, long now, List<Outcome> told) {
    var dossier = former.isOpen() ? former : open(former.subject());
    if (!dossier.hasGrounds() && !dossier.standing().faded() && !dossier.isListed()) {
      if (dossier.standing().tracked()) {
        forget(dossier, trigger, now, told);
      }
      dossier.rest();
      return;
    }
    tell(dossier, dossier.position(now), trigger, told);
    release(dossier.takeFaded(now));
    keep(dossier, dossier.due(now, dossier.standing().due()));
    dossier.rest();
  }

  private void release(List<Exhibit> faded) {
    if (faded.isEmpty()) {
      return;
    }
    size -= faded.size();
    faded.stream()
        .filter(exhibit -> !(exhibit instanceof Row row && row.official()))
        .map(Exhibit::id)
        .distinct()
        .forEach(archive::release);
  }

  private void tell(Dossier dossier, Position position, Trigger trigger, List<Outcome> told) {
    var standing = dossier.standing();
    if (standing.tracked() && position.agreesWith(standing)) {
      return;
    }
    boolean moved = position.level() != standing.level();
    long sequence = moved ? standing.sequence() + 1 : standing.sequence();
    long effective = Math.max(trigger.time(), standing.changedAt());
    var change = telling.change(dossier, standing.level(), sequence, position, trigger, effective);
    told.add(new Outcome(dossier.subject(), kind(moved), Outcome.Former.of(standing), change));
    dossier.standing(
        new Standing(
            true,
            position.level(),
            position.declared(),
            position.reported(),
            sequence,
            moved ? effective : standing.changedAt(),
            standing.keptFrom(),
            standing.due()));
  }

  private void forget(Dossier dossier, Trigger trigger, long now, List<Outcome> told) {
    if (dossier.standing().level() != Level.LOW) {
      tell(dossier, Position.nothing(now, rulebook.policy()), trigger, told);
    }
    var former = Outcome.Former.of(dossier.standing());
    told.add(new Outcome(dossier.subject(), Outcome.Kind.FORGOTTEN, former, null));
    keep(dossier, dossier.standing().untracked());
  }

  private static Outcome.Kind kind(boolean moved) {
    return moved ? Outcome.Kind.CHANGED : Outcome.Kind.RENEWED;
  }

  private void keep(Dossier dossier, long due) {
    keep(dossier, dossier.standing().due(due >= Times.FOREVER ? Long.MAX_VALUE : due));
  }

  private void keep(Dossier dossier, Standing standing) {
    archive.remind(dossier.subject(), dossier.standing().due(), standing.due());
    dossier.standing(standing);
    if (!dossier.kept().servesFor(dossier.standing())) {
      archive(dossier);
    }
  }

  private void archive(Dossier dossier) {
    if (dossier.isJustEntered()) {
      archive.enter(dossier.subject());
    } else {
      archive.keep(dossier.subject(), dossier.standing());
    }
    dossier.keep();
  }

  /** Lets the archive know where all subjects stand, before another desk takes them up. */
  void handOver() {
    open.values().stream().filter(dossier -> !dossier.isKept()).forEach(this::archive);
  }

  private void makeRoom(Dossier wanted) {
    while (size > room && open.size() > 1) {
      var eldest = open.values().iterator();
      var dossier = eldest.next();
      eldest.remove();
      if (dossier == wanted || dossier.wasUsed()) {
        open.put(dossier.subject(), dossier);
      } else {
        shelve(dossier);
        close(dossier);
      }
    }
  }

  private void close(Dossier dossier) {
    dossier.close();
    size -= dossier.size() + COVER;
  }

  private void shelve(Dossier dossier) {
    boolean isShelved = dossier.isShelved();
    // without a standing nobody would look for it on the shelf
    if (!dossier.isKept() || !isShelved && dossier.kept() == Standing.UNKNOWN) {
      archive(dossier);
    }
    if (!isShelved) {
      archive.shelve(dossier.subject(), dossier.exhibits());
    }
    archive.cover(dossier.subject(), ceilings.over(dossier));
  }
}
