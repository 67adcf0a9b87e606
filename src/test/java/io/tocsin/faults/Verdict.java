package io.tocsin.faults;

import io.tocsin.app.LiveRun;
import io.tocsin.app.Load;
import io.tocsin.model.AlertLevelChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the topic of alerts holds for readers of committed records, held against what the core alone
 * tells of the same records.
 *
 * <p>Of subjects every change must be there as it is, but for the moment of its writing. A region
 * overall hears of its subjects in an order that is not fixed, so its course may differ; its
 * numbers must follow on each other from 1 without a gap.
 *
 * @param expected changes of subjects
 * @param told changes of subjects, repeated ones included
 * @param lost ids that were expected and not told
 * @param repeated ids that were told more than once
 * @param wrong what was told otherwise than expected, or not expected at all
 * @param standing differences of where subjects stand in the end
 */
record Verdict(
    int expected,
    int told,
    List<String> lost,
    List<String> repeated,
    List<String> wrong,
    List<String> standing) {
  private static final int AROUND = 40;

  static Verdict of(LiveRun live, Load.Expected expected) {
    return of(
        live.alerts(),
        expected.changes(),
        LiveRun.standings(live.levels().values()),
        LiveRun.standings(expected.standings()));
  }

  static Verdict of(
      List<AlertLevelChange> told,
      List<AlertLevelChange> expected,
      List<String> stands,
      List<String> shouldStand) {
    var toldLines = byId(told);
    var expectedLines = byId(expected);
    var lost = new ArrayList<>(missing(expectedLines.keySet(), toldLines.keySet()));
    lost.addAll(gaps(told));
    var wrong = new ArrayList<String>();
    toldLines.forEach(
        (id, line) -> {
          if (!line.equals(expectedLines.get(id))) {
            wrong.add(difference(line, expectedLines.get(id)));
          }
        });
    var standing = new ArrayList<String>();
    missing(shouldStand, stands).forEach(line -> standing.add("not there: " + line));
    missing(stands, shouldStand).forEach(line -> standing.add("instead: " + line));
    return new Verdict(
        expectedLines.size(),
        toldLines.size(),
        List.copyOf(lost),
        repeated(told),
        List.copyOf(wrong),
        List.copyOf(standing));
  }

  private static Map<String, String> byId(List<AlertLevelChange> changes) {
    var lines = new TreeMap<String, String>();
    changes.forEach(
        change -> LiveRun.path(List.of(change)).forEach(line -> lines.put(change.id(), line)));
    return lines;
  }

  /** Where a line leaves the expected one, with a little of what is around. */
  private static String difference(String line, String expected) {
    if (expected == null) {
      return "not expected: " + line;
    }
    int at = 0;
    while (at < Math.min(line.length(), expected.length())
        && line.charAt(at) == expected.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - AROUND);
    return "%s instead of %s"
        .formatted(
            line.substring(from, Math.min(line.length(), at + AROUND)),
            expected.substring(from, Math.min(expected.length(), at + AROUND)));
  }

  boolean isClean() {
    return lost.isEmpty() && repeated.isEmpty() && wrong.isEmpty() && standing.isEmpty();
  }

  private static List<String> missing(Collection<String> these, Collection<String> in) {
    var there = new HashSet<>(in);
    return these.stream().filter(line -> !there.contains(line)).toList();
  }

  private static List<String> repeated(List<AlertLevelChange> told) {
    var seen = new HashSet<String>();
    return told.stream().map(AlertLevelChange::id).filter(id -> !seen.add(id)).toList();
  }

  private static List<String> gaps(List<AlertLevelChange> told) {
    Map<String, Long> latest = new TreeMap<>();
    var gaps = new ArrayList<String>();
    for (var change : told) {
      if (change.subject().isOverall()) {
        long before = latest.getOrDefault(change.region(), 0L);
        if (change.sequence() > before + 1) {
          gaps.add(
              "%s overall from %d to %d".formatted(change.region(), before, change.sequence()));
        }
        latest.put(change.region(), change.sequence());
      }
    }
    return gaps;
  }

  /** The first few of what is not right. */
  @Override
  public String toString() {
    return "told %d of %d; lost %s; repeated %s; wrong %s; standing %s"
        .formatted(told, expected, few(lost), few(repeated), few(wrong), few(standing));
  }

  private static String few(List<String> lines) {
    return lines.size() + (lines.isEmpty() ? "" : " such as " + lines.get(0));
  }
}
