package io.tocsin.assess;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that is known of one subject, and the course that follows from it. A working copy: the
 * archive holds the values, and whoever reads them again comes to the same dossier.
 */
final class Dossier {
  private static final int SLIGHT = 2;

  private final Subject subject;
  private final Rulebook rulebook;
  private final Rulings rulings;
  private final List<Row> rows = new ArrayList<>(2);
  private List<Exhibit.Refutation> refutations = List.of();
  private List<Exhibit.Pin> pins = List.of();
  private final boolean isNew;
  private Standing standing;
  private Standing kept;
  private boolean isShelved;
  private boolean wasUsed;
  private boolean isOpen = true;
  private int edition = -1;
  private int bearingEdition = -1;
  private Course course;
  private Declarations declarations;

  /**
   * @param isNew whether nobody knew of the subject
   * @param exhibits as they lay on the shelf
   */
  Dossier(
      Subject subject,
      String country,
      Rulebook rulebook,
      boolean isNew,
      Standing standing,
      List<Exhibit> exhibits) {
    this.subject = subject;
    this.isNew = isNew;
    this.rulebook = rulebook;
    this.rulings = rulebook.book().rulings(country);
    this.standing = standing;
    this.kept = standing;
    exhibits.forEach(this::put);
    isShelved = true;
  }

  Subject subject() {
    return subject;
  }

  Standing standing() {
    return standing;
  }

  void standing(Standing next) {
    standing = next.shared();
  }

  /** Whether the archive knows where the subject stands. */
  boolean isKept() {
    return kept == standing;
  }

  /** What the archive knows of where the subject stands. */
  Standing kept() {
    return kept;
  }

  void keep() {
    kept = standing;
  }

  /** Whether the shelf has all that is in it. */
  boolean isShelved() {
    return isShelved;
  }

  /** All that is in it, in order. */
  List<Exhibit> exhibits() {
    var all = new ArrayList<Exhibit>(size());
    all.addAll(rows);
    if (!refutations.isEmpty() || !pins.isEmpty()) {
      all.addAll(refutations);
      all.addAll(pins);
      all.sort(Exhibit.ORDER);
    }
    return all;
  }

  int size() {
    return rows.size() + refutations.size() + pins.size();
  }

  /** In order. */
  List<Row> rows() {
    return rows;
  }

  /** Whether a report alone has made the subject known, of which nothing was kept so far. */
  boolean isJustEntered() {
    return isNew
        && kept == Standing.UNKNOWN
        && standing == Standing.LOW
        && rows.stream().anyMatch(row -> !row.official());
  }

  /** Whether the subject was not known before a row, which is all there is. */
  boolean beganWith(Row row) {
    return isNew && size() == 1 && rows.size() == 1 && rows.get(0) == row;
  }

  /** Whether its rows are so few that folding them anew costs less than keeping their course. */
  private boolean isSlight() {
    return rows.size() <= SLIGHT && refutations.isEmpty();
  }

  /** Nothing is asked of it for a while: keeps no more than its course is worth. */
  void rest() {
    if (isSlight()) {
      course = null;
    }
    wasUsed = true;
  }

  /** Whether it lies on the desk. */
  boolean isOpen() {
    return isOpen;
  }

  /** From now on another copy of it counts. */
  void close() {
    isOpen = false;
  }

  /** Whether it was used since this was asked last. */
  boolean wasUsed() {
    boolean used = wasUsed;
    wasUsed = false;
    return used;
  }

  /** Whether anything in it makes the subject known by itself. */
  boolean hasGrounds() {
    return !rows.isEmpty() || pins.stream().anyMatch(pin -> pin.type() == Control.Type.PIN);
  }

  /**
   * Adds an exhibit; a row in order is one step, for one that is late the course is taken up again
   * before it. Whether it was added: what is older than all that is kept is not.
   */
  boolean add(Exhibit exhibit) {
    if (exhibit.time() < standing.keptFrom() && !(exhibit instanceof Exhibit.Pin)) {
      return false;
    }
    put(exhibit);
    isShelved = false;
    return true;
  }

  private void put(Exhibit exhibit) {
    if (exhibit instanceof Row row) {
      insert(rows, row);
      if (course != null) {
        course.insert(row);
      }
    } else if (exhibit instanceof Exhibit.Refutation refutation) {
      refutations = inserted(refutations, refutation);
      if (course != null) {
        course.refute(refutation);
      }
    } else if (exhibit instanceof Exhibit.Pin pin) {
      pins = inserted(pins, pin);
    }
  }

  private static <E extends Exhibit> List<E> inserted(List<E> sorted, E exhibit) {
    var list = sorted.isEmpty() ? new ArrayList<E>(1) : sorted;
    insert(list, exhibit);
    return list;
  }

  private static <E extends Exhibit> void insert(List<E> sorted, E exhibit) {
    int size = sorted.size();
    if (size == 0 || Exhibit.ORDER.compare(sorted.get(size - 1), exhibit) < 0) {
      sorted.add(exhibit);
      return;
    }
    int at = Collections.binarySearch(sorted, exhibit, Exhibit.ORDER);
    if (at < 0) {
      sorted.add(-at - 1, exhibit);
    }
  }

  /**
   * Takes out what has faded for so many half-lives that it may be forgotten. All rows wait for the
   * longest half-life, so that none that is kept loses the leader of its story while it weighs
   * anything; and they go many at a time, since the rest is folded anew.
   */
  List<Exhibit> takeFaded(long now) {
    if (rows.isEmpty() || rows.get(0).time() >= now - rulebook.forgettingHorizon()) {
      return List.of();
    }
    long from = now - rulebook.horizon();
    var faded = new ArrayList<Exhibit>();
    Stream.concat(rows.stream(), refutations.stream())
        .filter(exhibit -> exhibit.time() < from)
        .forEach(faded::add);
    rows.removeIf(row -> row.time() < from);
    drop(refutations, refutation -> refutation.time() < from);
    standing = standing.keptFrom(from);
    isShelved = false;
    course = null;
    return faded;
  }

  /** Takes out what a news event put here; how much it was. */
  int strike(Report report) {
    var struck = new ArrayList<Exhibit>(2);
    Stream.concat(rows.stream().filter(row -> !row.official()), refutations.stream())
        .filter(e -> e.time() == report.published() && e.id().equals(report.id()))
        .forEach(struck::add);
    struck.forEach(this::remove);
    return struck.size();
  }

  private void remove(Exhibit exhibit) {
    isShelved = false;
    if (exhibit instanceof Row row) {
      rows.remove(row);
      if (course != null) {
        course.remove(row);
      }
    } else if (exhibit instanceof Exhibit.Refutation refutation) {
      refutations.remove(refutation);
      if (course != null) {
        course.unrefute(refutation);
      }
    }
  }

  private static <E extends Exhibit> void drop(List<E> exhibits, Predicate<? super E> which) {
    if (!exhibits.isEmpty()) {
      exhibits.removeIf(which);
    }
  }

  Position position(long time) {
    bringUpToDate(time);
    var declared = declarations.level(time);
    var reported = Level.of(course.reported(time));
    var pin = pin(time);
    return new Position(
        time,
        pin == null ? Level.max(declared, reported) : pin.level(),
        declared,
        reported,
        Level.of(course.raw(time)),
        Level.of(course.uncapped(time)),
        pin != null,
        course.score(time));
  }

  /**
   * The next moment after {@code time} at which something changes by itself; {@link Times#FOREVER}
   * if none.
   */
  long due(long time) {
    bringUpToDate(time);
    int reported = course.reported(time);
    long fall = reported == 0 ? Times.FOREVER : course.fallAfter(time, reported);
    return Math.min(fall, nextExpiry(time));
  }

  /**
   * A moment that is sure not to be later than the next change by itself, and costs little; the
   * exact one is worked out when it comes up.
   *
   * @param entered the moment for which this subject is entered already
   */
  long due(long time, long entered) {
    bringUpToDate(time);
    int reported = course.reported(time);
    if (reported > 0 && course.raw(time) < reported) {
      return due(time);
    }
    long hold = rulebook.policy().hold().toMillis();
    if (reported > 0 && hold == 0) {
      return due(time);
    }
    long bound = Math.min(reported == 0 ? Times.FOREVER : time + hold, nextExpiry(time));
    return entered > time && entered <= bound ? entered : bound;
  }

  private long nextExpiry(long time) {
    var pin = pin(time);
    return Math.min(declarations.nextExpiry(time), pin == null ? Times.FOREVER : pin.end());
  }

  /** Whether a statement makes the subject known. */
  boolean isListed() {
    return rulings.all().stream()
        .anyMatch(ruling -> rulebook.coverage().lists(ruling.statement(), subject));
  }

  /** Whether a control is in it already. */
  boolean has(Exhibit.Pin pin) {
    return pins.stream().anyMatch(p -> p.id().equals(pin.id()));
  }

  Course course(long time) {
    bringUpToDate(time);
    return course;
  }

  List<Ruling> declared(long time) {
    bringUpToDate(time);
    return declarations.inForce(time);
  }

  /** The pin that holds at a moment, or {@code null}. */
  Exhibit.Pin pin(long time) {
    for (int i = pins.size() - 1; i >= 0; i--) {
      var latest = pins.get(i);
      if (latest.time() <= time) {
        return latest.type() == Control.Type.PIN && time < latest.end() ? latest : null;
      }
    }
    return null;
  }

  private boolean isBearingCurrent() {
    return bearingEdition == rulings.bearingEdition();
  }

  private void bringUpToDate(long time) {
    if (declarations == null || edition != rulings.edition()) {
      edition = rulings.edition();
      declarations = rulings.declaring().declarations(subject);
    }
    if (course == null) {
      bearingEdition = rulings.bearingEdition();
      course = fold(time);
    } else if (!isBearingCurrent()) {
      bearingEdition = rulings.bearingEdition();
      course.follow(rulings.bearing(), subject, time);
    }
  }

  private Course fold(long time) {
    var effects = new Effects(rulebook.policy(), rulebook.weigher(), rulings.bearing(), subject);
    refutations.forEach(effects::add);
    return Course.of(rulebook.policy(), rulebook.weigher(), effects, rows, time);
  }
}
