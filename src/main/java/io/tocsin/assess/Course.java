package io.tocsin.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The course of one subject's score up to a moment, and from there on if nothing else comes;
 * assessment, section 5.
 *
 * <p>It is a fold over the subject's rows in order of time and id, and over the turns at which
 * statements and refutations change what rows weigh. A row that comes in order is one step more and
 * takes constant time. At a turn all is summed afresh from the rows, so a fold that starts at any
 * turn gives the same bits as one from the first row: whoever folds the same evidence gets the same
 * numbers.
 *
 * <p>What holds a level is kept as, for each level, the last moment at which the raw level was at
 * least that. Moments that lie so far back that no hold reaches the present are left out.
 */
final class Course {
  private final Policy policy;
  private final Weigher weigher;
  private final Effects effects;
  private final Sums sums;
  private final Stories stories;
  private final Origins origins;
  private final List<Weighed> rows = new ArrayList<>();
  private final double[] thresholds;
  private final double[] last;
  private final int cap;
  private final long hold;
  private long officialUntil = Times.NEVER;
  private long at = Times.NEVER;

  /** Moments before this one hold nothing any more. */
  private long heldFrom = Times.NEVER;

  private Course(Policy policy, Weigher weigher, Effects effects) {
    this.policy = policy;
    this.weigher = weigher;
    this.effects = effects;
    this.sums = new Sums(policy, weigher.halfLives());
    this.stories = new Stories(policy.stories());
    this.origins = new Origins(policy.corroboration());
    this.thresholds = policy.scoring().thresholds().stream().mapToDouble(t -> t).toArray();
    this.last = new double[thresholds.length + 1];
    this.cap = policy.corroboration().cap().ordinal();
    this.hold = policy.hold().toMillis();
    Arrays.fill(last, Times.NEVER);
  }

  /** Folds all rows, in order, as seen at a moment not before any of them. */
  static Course of(Policy policy, Weigher weigher, Effects effects, List<Row> rows, long now) {
    var course = new Course(policy, weigher, effects);
    long cleared = effects.clearedAt(now);
    var turns = effects.turns().headSet(now, true);
    course.heldFrom = now - course.hold - 2 * Times.SECOND;
    var first = turns.floor(course.heldFrom);
    long start = first == null ? Times.NEVER : first;
    var due = turns.tailSet(start, true).iterator();
    long turn = due.hasNext() ? due.next() : Times.FOREVER;
    for (var row : rows) {
      while (turn <= row.time()) {
        course.turn(turn, cleared);
        turn = due.hasNext() ? due.next() : Times.FOREVER;
      }
      if (row.time() < start) {
        course.place(row);
      } else {
        course.append(row);
      }
    }
    while (turn < Times.FOREVER) {
      course.turn(turn, cleared);
      turn = due.hasNext() ? due.next() : Times.FOREVER;
    }
    return course;
  }

  /** The moment of the last row or turn. */
  long at() {
    return at;
  }

  /** Whether a row comes in order, so that it can be appended. */
  boolean precedes(Row row) {
    return row.time() >= at
        && (rows.isEmpty() || Exhibit.ORDER.compare(rows.get(rows.size() - 1).row(), row) < 0);
  }

  /** Takes in a row that comes in order. */
  void append(Row row) {
    moveTo(row.time());
    var weighed = place(row);
    double weight = weight(weighed, at);
    sums.add(weigher.halfLife(row), weight);
    vouch(weighed, weight);
    officialUntil = Math.max(officialUntil, effects.corroboratedBy(row, weighed.statements(), at));
  }

  /** Takes in a refutation that comes after all rows and turns. */
  void refute(Exhibit.Refutation refutation) {
    effects.add(refutation);
    turn(refutation.time(), Times.NEVER);
  }

  List<Weighed> rows() {
    return Collections.unmodifiableList(rows);
  }

  /**
   * A row's weight in dB at a moment, in its story and under the statements, without its fading.
   */
  double weight(Weighed weighed, long time) {
    return weighed.factor() == 0
        ? 0
        : weighed.factor()
            * effects.weight(weighed.row(), weighed.statements(), time, Factor.Sink.NOWHERE);
  }

  /** The same, faded. */
  double decayed(Weighed weighed, long time) {
    var row = weighed.row();
    return sums.decayed(weigher.halfLife(row), weight(weighed, time), row.time(), time);
  }

  /** A weight in dB to the power of q, as it enters the sum. */
  double power(double weight) {
    return sums.power(weight);
  }

  /** Tells what makes a row weigh something else than its report alone would. */
  void explain(Weighed weighed, long time, Factor.Sink told) {
    var leader = weighed.story().leader().id();
    if (weighed.place() == 0) {
      told.factor(Factor.Kind.SAME_SOURCE, leader, 0);
    } else if (weighed.place() > 1) {
      told.factor(Factor.Kind.COPY, leader, weighed.factor());
    }
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
  int uncapped(double time) {
    double score = sums.score(time);
    int level = 0;
    while (level < thresholds.length && thresholds[level] <= score) {
      level++;
    }
    return level;
  }

  /** The index of the level that the score and its corroboration give. */
  int raw(long time) {
    int level = uncapped(time);
    return level > cap && !corroborated(time) ? cap : level;
  }

  /** The index of the highest level of the last hours. */
  int reported(long time) {
    int level = thresholds.length;
    while (level > 0 && time >= heldUntil(level)) {
      level--;
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
    return Times.wholeSecond(lastMoment(level) + hold);
  }

  private Weighed place(Row row) {
    var story = stories.place(row);
    int place = story.join(row);
    double factor = place == 0 ? 0 : StrictMath.pow(policy.stories().copyFactor(), place - 1);
    var weighed = new Weighed(row, story, place, factor, effects.on(row));
    rows.add(weighed);
    return weighed;
  }

  private void vouch(Weighed weighed, double weight) {
    if (weighed.leads() && weight > 0 && weighed.row().reliability().canCorroborate()) {
      origins.add(weighed.row().origin(), weighed.row().time());
    }
  }

  private void turn(long time, long cleared) {
    moveTo(time);
    if (time == cleared) {
      Arrays.fill(last, Times.NEVER);
    }
    sums.clear(time);
    origins.clear();
    officialUntil = effects.corroborated(time);
    for (var weighed : rows) {
      double weight = weight(weighed, time);
      sums.addSince(weigher.halfLife(weighed.row()), weight, weighed.row().time());
      vouch(weighed, weight);
      officialUntil =
          Math.max(
              officialUntil, effects.corroboratedBy(weighed.row(), weighed.statements(), time));
    }
  }

  private void moveTo(long time) {
    if (time <= at) {
      return;
    }
    if (at != Times.NEVER && time >= heldFrom) {
      int raw = raw(at);
      for (int level = 1; level <= raw; level++) {
        last[level] = lastMomentBefore(level, time);
      }
    }
    sums.decayTo(time);
    at = time;
  }

  private double lastMomentBefore(int level, long time) {
    double end = level > cap ? Math.min(corroboratedUntil(), time) : time;
    return sums.score(end) >= thresholds[level - 1] ? end : sums.lastAtLeast(thresholds[level - 1]);
  }

  private double lastMoment(int level) {
    if (at == Times.NEVER || raw(at) < level) {
      return last[level];
    }
    double end = sums.lastAtLeast(thresholds[level - 1]);
    return level > cap ? Math.min(end, corroboratedUntil()) : end;
  }

  private long corroboratedUntil() {
    return Math.max(officialUntil, origins.corroboratedUntil());
  }
}
