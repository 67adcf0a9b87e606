package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import io.tocsin.model.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Section 5, the hold. Between two breakpoints raw only falls, so of each stretch it is enough to
 * know, for each level, the last moment at which raw was that high.
 */
final class OracleReported {
  private static final int LEVELS = Level.values().length;
  private static final long HOUR = 3_600_000;
  private static final long NOT_REACHED = Long.MIN_VALUE;

  /**
   * From one breakpoint to the next.
   *
   * @param last for each level the supremum of the times with raw at least that high, in ms rounded
   *     up
   */
  private record Stretch(long start, long[] last) {}

  private final Policy policy;
  private final OracleScore score;
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * @param from the earliest time that will be asked about
   */
  OracleReported(Policy policy, OracleScore score, long from) {
    this.policy = policy;
    this.score = score;
    var breakpoints = score.breakpoints();
    var first = breakpoints.floor(from - policy.hold().toMillis() - 1_000);
    var times = new ArrayList<>(first == null ? breakpoints : breakpoints.tailSet(first, true));
    for (int i = 0; i < times.size(); i++) {
      long end = i + 1 < times.size() ? times.get(i + 1) : OracleStatements.NEVER;
      stretches.add(new Stretch(times.get(i), lastMoments(times.get(i), end)));
    }
  }

  /** The greatest raw level since the later of t - H and the last ALL_CLEAR. */
  Level reported(long t) {
    int raw = score.raw(t);
    long cleared = score.clearedAt(t);
    for (int k = LEVELS - 1; k > raw; k--) {
      int level = k;
      boolean held =
          stretches.stream()
              .filter(s -> s.start() >= cleared && s.start() <= t)
              .anyMatch(s -> s.last()[level] != NOT_REACHED && t < fall(s.last()[level]));
      if (held) {
        return Level.of(k);
      }
    }
    return Level.of(raw);
  }

  /** The seconds at which the reported level may fall. */
  List<Long> falls() {
    var falls = new ArrayList<Long>();
    for (var stretch : stretches) {
      for (long last : stretch.last()) {
        if (last != NOT_REACHED && last != OracleStatements.NEVER) {
          falls.add(fall(last));
        }
      }
    }
    return falls;
  }

  private long fall(long last) {
    return last == OracleStatements.NEVER ? last : Seconds.ceiling(last + policy.hold().toMillis());
  }

  private long[] lastMoments(long start, long end) {
    var last = new long[LEVELS];
    Arrays.fill(last, NOT_REACHED);
    last[0] = end;
    int raw = score.raw(start);
    if (raw > 0) {
      var omegas = score.omegas(start);
      for (int k = 1; k <= raw; k++) {
        last[k] = crossing(omegas, policy.scoring().thresholds().get(k - 1), start, end);
      }
    }
    return last;
  }

  /** The first ms from start on with a score of no more than the threshold, at most end. */
  private long crossing(double[] omegas, double threshold, long start, long end) {
    if (score.score(omegas, start) <= threshold) {
      return start;
    }
    if (end != OracleStatements.NEVER && score.score(omegas, end) > threshold) {
      return end;
    }
    long above = start;
    long below = end;
    for (long step = HOUR; end == OracleStatements.NEVER; step *= 2) {
      below = start + step;
      if (score.score(omegas, below) <= threshold) {
        break;
      }
    }
    while (below - above > 1) {
      long middle = above + (below - above) / 2;
      if (score.score(omegas, middle) > threshold) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return below;
  }
}
