package io.tocsin.assess;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is known of one subject, and the course that follows from it. A working copy: the
 * archive holds the values, and whoever reads them again comes to the same dossier.
 */
final class Dossier {
  private final Subject subject;
  private final String country;
  private final Rulebook rulebook;
  private final List<Row> rows = new ArrayList<>();
  private final List<Exhibit.Refutation> refutations = new ArrayList<>();
  private final List<Exhibit.Pin> pins = new ArrayList<>();
  private int edition = -1;
  private int bearingEdition = -1;
  private Course course;
  private Declarations declarations;

  Dossier(Subject subject, String country, Rulebook rulebook, List<Exhibit> exhibits) {
    this.subject = subject;
    this.country = country;
    this.rulebook = rulebook;
    exhibits.forEach(this::add);
  }

  Subject subject() {
    return subject;
  }

  int size() {
    return rows.size() + refutations.size() + pins.size();
  }

  /** Whether anything in it makes the subject known by itself. */
  boolean hasGrounds() {
    return !rows.isEmpty() || pins.stream().anyMatch(pin -> pin.type() == Control.Type.PIN);
  }

  /**
   * Adds an exhibit; a row in order is one step, for one that is late the course is taken up again
   * before it.
   */
  void add(Exhibit exhibit) {
    if (exhibit instanceof Row row) {
      insert(rows, row);
      if (course != null) {
        course.insert(row);
      }
    } else if (exhibit instanceof Exhibit.Refutation refutation) {
      insert(refutations, refutation);
      if (course != null) {
        course.refute(refutation);
      }
    } else if (exhibit instanceof Exhibit.Pin pin) {
      insert(pins, pin);
    }
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
    long horizon = rulebook.weigher().longestHalfLife() * rulebook.policy().forgetAfter();
    if (rows.isEmpty() || rows.get(0).time() >= now - horizon - horizon / 4) {
      return List.of();
    }
    var faded =
        Stream.<Exhibit>concat(rows.stream(), refutations.stream())
            .filter(exhibit -> exhibit.time() < now - horizon)
            .toList();
    rows.removeIf(row -> row.time() < now - horizon);
    refutations.removeIf(refutation -> refutation.time() < now - horizon);
    course = null;
    return faded;
  }

  /** The exhibits that a news event put here. */
  List<Exhibit> of(String event) {
    return Stream.<Exhibit>concat(
            rows.stream().filter(row -> !row.official()), refutations.stream())
        .filter(exhibit -> exhibit.id().equals(event))
        .toList();
  }

  void remove(Exhibit exhibit) {
    rows.remove(exhibit);
    refutations.remove(exhibit);
    if (course != null && exhibit instanceof Row row) {
      course.remove(row);
    } else if (course != null && exhibit instanceof Exhibit.Refutation refutation) {
      course.unrefute(refutation);
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
    return rulebook.book().rulings(country).stream()
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
    return bearingEdition == rulebook.book().bearingEdition(country);
  }

  private void bringUpToDate(long time) {
    if (declarations == null || edition != rulebook.book().edition(country)) {
      edition = rulebook.book().edition(country);
      declarations = rulebook.book().declaring(country).declarations(subject);
    }
    if (course == null) {
      bearingEdition = rulebook.book().bearingEdition(country);
      course = fold(time);
    } else if (!isBearingCurrent()) {
      bearingEdition = rulebook.book().bearingEdition(country);
      course.follow(rulebook.book().bearing(country), subject, time);
    }
  }

  private Course fold(long time) {
    var effects =
        new Effects(
            rulebook.policy(), rulebook.weigher(), rulebook.book().bearing(country), subject);
    refutations.forEach(effects::add);
    return Course.of(rulebook.policy(), rulebook.weigher(), effects, rows, time);
  }
}
