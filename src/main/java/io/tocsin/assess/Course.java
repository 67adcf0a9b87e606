package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.Arrays;
import java.util.List;

/**
 * The course of one subject's score up to a moment, and from there on if nothing else comes;
 * assessment, section 5.
 *
 * <p>It is a fold over the subject's rows in order of time and id, and over the turns at which
 * statements and refutations change what rows weigh. A row that comes in order is one step more and
 * takes constant time. At a turn all is summed afresh from the rows, so a fold that starts at any
 * turn gives the same bits as one from the first row: whoever folds the same evidence gets the same
 * numbers. What comes late is put in its place, and the fold taken up again at a mark before it.
 *
 * <p>What holds a level is kept as, for each level, the last moment at which the raw level was at
 * least that. Moments that lie so far back that no hold reaches the present are left out.
 */
final class Course {
  /**
   * How much further back than the hold a moment must lie to hold nothing, whatever the rounding.
   */
  private static final long MARGIN = 2 * Times.SECOND;

  private final Weigher weigher;
  private final Yardstick yardstick;
  private final Effects effects;
  private final Sums sums;
  private final Stories stories;
  private final Origins origins;
  private final Marks marks = new Marks();

  /** By level; {@code null} while there is none. */
  private double[] last;

  private long officialUntil = Times.NEVER;

  /** Moments before this one hold nothing any more. */
  private long heldFrom;

  /** Up to when turns are taken. */
  private long horizon;

  /** How many rows are folded. */
  private int folded;

  private Course(Policy policy, Weigher weigher, Effects effects, long now) {
    this.weigher = weigher;
    this.yardstick = weigher.yardstick();
    this.effects = effects;
    this.sums = new Sums(yardstick);
    this.stories = new Stories(policy.stories());
    this.origins = new Origins(policy.corroboration());
    this.heldFrom = now - yardstick.hold() - MARGIN;
    this.horizon = now;
  }

  /** Folds all rows, in order, as seen at a moment not before any of them. */
  static Course of(Policy policy, Weigher weigher, Effects effects, List<Row> rows, long now) {
    var course = new Course(policy, weigher, effects, now);
    for (var row : rows) {
      course.stories.append(row, effects.on(row));
    }
    course.foldAnew(effects.lastTurnBy(course.heldFrom));
    return course;
  }

  /** The moment of the last row or turn. */
  long at() {
    return sums.at();
  }

  /** Whether a row comes in order, so that it can be appended. */
  private boolean precedes(Row row) {
    return row.time() >= at() && stories.precede(row);
  }

  /** Takes in a row that comes in order. */
  void append(Row row) {
    horizon = Math.max(horizon, row.time());
    fold(stories.append(row, effects.on(row)));
  }

  /** Takes in a row whenever it comes. */
  void insert(Row row) {
    if (precedes(row)) {
      append(row);
      return;
    }
    int found = stories.find(row);
    if (found >= 0) {
      return;
    }
    int at = -found - 1;
    if (at == stories.size()) {
      stories.append(row, effects.on(row));
    } else {
      stories.insert(at, row, effects.on(row));
    }
    marks.changedFrom(at);
    takeUp(at, row.time());
  }

  /** Takes out a row. */
  void remove(Row row) {
    int at = stories.find(row);
    if (at >= 0) {
      stories.remove(at);
      marks.changedFrom(at);
      takeUp(at, row.time());
    }
  }

  /** Takes in a refutation whenever it comes. */
  void refute(Exhibit.Refutation refutation) {
    horizon = Math.max(horizon, refutation.time());
    effects.add(refutation);
    turnAt(refutation.time());
  }

  /** Takes out a refutation. */
  void unrefute(Exhibit.Refutation refutation) {
    effects.remove(refutation);
    turnAt(refutation.time());
  }

  /** Follows another edition of the rulings, as seen at a moment. */
  void follow(Gazette gazette, Subject subject, long now) {
    horizon = Math.max(horizon, now);
    long moved = effects.follow(gazette, subject);
    if (moved < Times.FOREVER) {
      for (int i = 0; i < stories.size(); i++) {
        stories.get(i).follow(effects.on(stories.get(i).row()));
      }
      turnAt(moved);
    }
  }

  List<Weighed> rows() {
    return stories.rows();
  }

  /**
   * A row's weight in dB at a moment, in its story and under the statements, without its fading.
   */
  double weight(Weighed weighed, long time) {
    double factor = weigher.copy(weighed.place());
    return factor == 0
        ? 0
        : factor * effects.weight(weighed.row(), weighed.statements(), time, Factor.Sink.NOWHERE);
  }

  /** The same, faded. */
  double decayed(Weighed weighed, long time) {
    var row = weighed.row();
    return yardstick.decayed(weigher.halfLife(row), weight(weighed, time), row.time(), time);
  }

  /** A weight in dB to the power of q, as it enters the sum. */
  double power(double weight) {
    return yardstick.power(weight);
  }

  /** Tells what makes a row weigh something else than its report alone would. */
  void explain(Weighed weighed, long time, Factor.Sink told) {
    weighed.explain(weigher, told);
    effects.weight(weighed.row(), weighed.statements(), time, told);
  }

  /** The score in dB at a moment not before the last row or turn. */
  double score(long time) {
    return sums.score(time);
  }

  boolean corroborated(long time) {
    return time < corroboratedUntil();
  }

  /** The index of the level that the score alone gives. */
  int uncapped(long time) {
    return yardstick.level(sums.score(time));
  }

  /** The index of the level that the score and its corroboration give. */
  int raw(long time) {
    int level = uncapped(time);
    return level > yardstick.cap() && !corroborated(time) ? yardstick.cap() : level;
  }

  /** The index of the highest level of the last hours. */
  int reported(long time) {
    int raw = at() == Times.NEVER ? 0 : raw(at());
    int level = last == null ? raw : yardstick.levels();
    while (level > raw && time >= heldUntil(level)) {
      level--;
    }
    // what is reached at the last row is held from then on at least
    if (time >= at() + yardstick.hold()) {
      while (level > 0 && time >= heldUntil(level)) {
        level--;
      }
    }
    // without a hold, a level that is just reached is there at that very moment
    return Math.max(level, raw(time));
  }

  /** The next second after a moment at which a level that is reported there may fall. */
  long fallAfter(long time, int level) {
    long second = heldUntil(level);
    return second > time ? second : Times.wholeSecond(time + 1);
  }

  /** The second at which the reported level falls below a level. */
  long heldUntil(int level) {
    return Times.wholeSecond(lastMoment(level) + yardstick.hold());
  }

  /** Folds anew from a turn before which nothing matters, or from the first row. */
  private void foldAnew(long start) {
    sums.clear(Times.NEVER);
    origins.clear();
    officialUntil = Times.NEVER;
    last = null;
    marks.beginAt(start);
    folded = start == Times.NEVER ? 0 : stories.firstSince(start);
    foldOn(start);
  }

  /** Folds anew what has come to weigh something else from a moment on. */
  private void turnAt(long moment) {
    marks.changedSince(moment);
    if (moment > at()) {
      foldOn(moment);
    } else {
      takeUp(stories.firstSince(moment), moment - 1);
    }
  }

  /**
   * Takes up the fold at the last mark with no more rows than that and not later; or at the last
   * turn that lies before all that may hold a level still, should that come later.
   */
  private void takeUp(int rows, long latest) {
    heldFrom = Math.max(heldFrom, at() - yardstick.hold() - MARGIN);
    long start = effects.lastTurnBy(heldFrom);
    var mark = marks.backTo(rows, latest);
    if (mark == null || mark.at() < start) {
      foldAnew(start);
      return;
    }
    restore(mark);
    last = mark.last() == null ? null : mark.last().clone();
    folded = mark.rows();
    foldOn(mark.at() + 1);
  }

  /** Folds the rows that are left, and the turns since a moment. */
  private void foldOn(long since) {
    long[] turns = effects.turns();
    int turn = effects.firstTurnAfter(since - 1);
    while (folded < stories.size()) {
      var next = stories.get(folded);
      if (turn < turns.length && turns[turn] <= next.row().time()) {
        turn(turns[turn++]);
      } else {
        fold(next);
      }
    }
    while (turn < turns.length && turns[turn] <= horizon) {
      turn(turns[turn++]);
    }
  }

  private void fold(Weighed weighed) {
    var row = weighed.row();
    moveTo(row.time());
    double weight = weight(weighed, at());
    sums.add(weigher.halfLife(row), weight);
    vouch(weighed, weight);
    officialUntil =
        Math.max(officialUntil, effects.corroboratedBy(row, weighed.statements(), at()));
    folded++;
    if (Marks.isDue(folded)) {
      marks.add(mark(folded, last));
    }
  }

  private Mark mark(int rows, double[] held) {
    return new Mark(
        rows, at(), sums.kept(), held == null ? null : held.clone(), origins.kept(), officialUntil);
  }

  private void restore(Mark mark) {
    sums.restore(mark.sums(), mark.at());
    origins.restore(mark.origins());
    officialUntil = mark.officialUntil();
  }

  private void vouch(Weighed weighed, double weight) {
    if (weighed.leads() && weight > 0 && weighed.row().reliability().canCorroborate()) {
      origins.add(weighed.row());
    }
  }

  private void turn(long time) {
    moveTo(time);
    // each of them, not the latest alone: a mark must be right, too, once a later one is withdrawn
    if (effects.clears(time, horizon)) {
      last = null;
    }
    int known = beginTurn(time);
    for (int i = known; i < folded; i++) {
      var weighed = stories.get(i);
      var row = weighed.row();
      double weight = weight(weighed, time);
      sums.addSince(weigher.halfLife(row), weight, row.time());
      vouch(weighed, weight);
      officialUntil =
          Math.max(officialUntil, effects.corroboratedBy(row, weighed.statements(), time));
      if (Marks.isPartDue(i + 1, known, folded)) {
        known = i + 1;
        marks.addPart(mark(known, null));
      }
    }
    if (folded > Marks.STRIDE) {
      marks.add(mark(folded, last));
    }
  }

  /** How many of the rows are summed already. */
  private int beginTurn(long time) {
    var part = marks.part(time);
    if (part != null) {
      restore(part);
      return part.rows();
    }
    sums.clear(time);
    origins.clear();
    officialUntil = effects.corroborated(time);
    return 0;
  }

  private void moveTo(long time) {
    if (time <= at()) {
      return;
    }
    int raw = at() == Times.NEVER || time < heldFrom ? 0 : raw(at());
    double then = sums.ahead(time);
    for (int level = 1; level <= raw; level++) {
      hold(level, time, then);
    }
    sums.arrive(time);
  }

  /** Keeps the last moment at which a level that was reached was still reached before a moment. */
  private void hold(int level, long time, double then) {
    double end = level > yardstick.cap() ? Math.min(corroboratedUntil(), time) : time;
    long forgotten = time - yardstick.hold() - MARGIN;
    if (end < forgotten) {
      return;
    }
    double threshold = yardstick.threshold(level);
    if (end < time ? sums.score(end) >= threshold : then >= threshold) {
      keepLast(level, end);
    } else if (forgotten <= at() || sums.score(forgotten) >= threshold) {
      keepLast(level, sums.lastAtLeast(level));
    }
  }

  private void keepLast(int level, double moment) {
    if (last == null) {
      last = new double[yardstick.levels() + 1];
      Arrays.fill(last, Times.NEVER);
    }
    last[level] = moment;
  }

  private double lastMoment(int level) {
    if (at() == Times.NEVER || raw(at()) < level) {
      return last == null ? Times.NEVER : last[level];
    }
    double end = sums.lastAtLeast(level);
    return level > yardstick.cap() ? Math.min(end, corroboratedUntil()) : end;
  }

  private long corroboratedUntil() {
    return Math.max(officialUntil, origins.corroboratedUntil());
  }
}
