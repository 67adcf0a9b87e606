package io.tocsin.assess;

import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens dossiers, looks at them, and tells what differs from what was last told.
 *
 * <p>The dossiers used last stay open, up to a number of exhibits; a dossier that is opened again
 * from the archive is the same to the bit.
 */
final class Desk {
  private static final int ROOM = 500_000;

  private final Archive archive;
  private final Rulebook rulebook;
  private final Reference reference;
  private final Telling telling;
  private final Map<Subject, Dossier> open = new LinkedHashMap<>(64, 0.75f, true);
  private int exhibits;

  Desk(Archive archive, Rulebook rulebook, Reference reference) {
    this.archive = archive;
    this.rulebook = rulebook;
    this.reference = reference;
    this.telling = new Telling(rulebook.policy());
  }

  Dossier open(Subject subject) {
    var dossier = open.get(subject);
    if (dossier == null) {
      var country = reference.regions().country(subject.region());
      dossier = new Dossier(subject, country, rulebook, archive.exhibits(subject));
      open.put(subject, dossier);
      exhibits += dossier.size() + 1;
      makeRoom();
    }
    return dossier;
  }

  void file(Subject subject, List<Exhibit> added) {
    var dossier = open(subject);
    for (var exhibit : added) {
      dossier.add(exhibit);
      archive.file(subject, exhibit);
      exhibits++;
    }
  }

  /** Removes what a news event put into a subject's dossier. */
  void strike(Subject subject, String event) {
    var dossier = open(subject);
    for (var exhibit : dossier.of(event)) {
      dossier.remove(exhibit);
      archive.strike(subject, exhibit);
      exhibits--;
    }
  }

  /** Tells what time alone brings about after a moment, up to and including another. */
  void settle(Subject subject, long from, long to, List<Outcome> told) {
    var dossier = open(subject);
    var standing = archive.standing(subject);
    long due = dossier.due(from);
    while (due <= to) {
      var position = dossier.position(due);
      boolean ranOut =
          position.declared() != standing.declared()
              || dossier.pin(due - 1) != null && dossier.pin(due) == null;
      var trigger = new Trigger(ranOut ? Cause.EXPIRY : Cause.DECAY, null, due);
      standing = tell(dossier, standing, position, trigger, told);
      due = dossier.due(due);
    }
    keep(subject, standing, due);
  }

  /** Tells what evidence about a subject has changed. */
  void reassess(Subject subject, Trigger trigger, long now, List<Outcome> told) {
    var dossier = open(subject);
    var known = archive.standing(subject);
    var standing = known == null ? Standing.UNKNOWN : known;
    if (!dossier.hasGrounds() && !standing.faded() && !dossier.isListed()) {
      if (standing.tracked()) {
        forget(dossier, standing, trigger, now, told);
      }
      return;
    }
    standing = tell(dossier, standing, dossier.position(now), trigger, told);
    if (forgotFaded(dossier, now)) {
      standing = standing.withFaded();
    }
    keep(subject, standing, dossier.due(now, standing.due()));
  }

  private Standing tell(
      Dossier dossier, Standing standing, Position position, Trigger trigger, List<Outcome> told) {
    if (standing.tracked() && position.agreesWith(standing)) {
      return standing;
    }
    boolean moved = position.level() != standing.level();
    long sequence = moved ? standing.sequence() + 1 : standing.sequence();
    long effective = Math.max(trigger.time(), standing.changedAt());
    var change = telling.change(dossier, standing.level(), sequence, position, trigger, effective);
    told.add(new Outcome(dossier.subject(), kind(moved), change));
    return new Standing(
        true,
        position.level(),
        position.declared(),
        position.reported(),
        sequence,
        moved ? effective : standing.changedAt(),
        standing.faded(),
        standing.due());
  }

  private void forget(
      Dossier dossier, Standing standing, Trigger trigger, long now, List<Outcome> told) {
    var left = standing;
    if (standing.level() != Level.LOW) {
      left = tell(dossier, standing, Position.nothing(now, rulebook.policy()), trigger, told);
    }
    told.add(new Outcome(dossier.subject(), Outcome.Kind.FORGOTTEN, null));
    archive.reschedule(dossier.subject(), standing.due(), Long.MAX_VALUE);
    archive.keep(
        dossier.subject(),
        new Standing(
            false,
            Level.LOW,
            Level.LOW,
            Level.LOW,
            left.sequence(),
            left.changedAt(),
            false,
            Long.MAX_VALUE));
  }

  /** Lets go of what has faded; whether there was any. */
  private boolean forgotFaded(Dossier dossier, long now) {
    var faded = dossier.takeFaded(now);
    for (var exhibit : faded) {
      archive.strike(dossier.subject(), exhibit);
      withdraw(exhibit.id(), dossier.subject());
      exhibits--;
    }
    return !faded.isEmpty();
  }

  private void withdraw(String event, Subject subject) {
    var filing = archive.filing(event);
    if (filing == null) {
      return;
    }
    var left = filing.subjects().stream().filter(s -> !s.equals(subject)).toList();
    if (left.isEmpty()) {
      archive.discard(event);
    } else {
      archive.file(event, new Filing(filing.revision(), left));
    }
  }

  private static Outcome.Kind kind(boolean moved) {
    return moved ? Outcome.Kind.CHANGED : Outcome.Kind.RENEWED;
  }

  private void keep(Subject subject, Standing standing, long due) {
    long entry = due >= Times.FOREVER ? Long.MAX_VALUE : due;
    if (entry != standing.due()) {
      archive.reschedule(subject, standing.due(), entry);
    }
    var next = standing.due(entry);
    if (!next.equals(archive.standing(subject))) {
      archive.keep(subject, next);
    }
  }

  private void makeRoom() {
    var eldest = open.entrySet().iterator();
    while (exhibits > ROOM && open.size() > 1 && eldest.hasNext()) {
      exhibits -= eldest.next().getValue().size() + 1;
      eldest.remove();
    }
  }
}
