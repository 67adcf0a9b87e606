package io.tocsin.faults;

import io.tocsin.app.LiveRun;
import io.tocsin.app.Load;
import io.tocsin.model.AlertLevelChange;
import java.util.ArrayList;
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
 * @param lost expected and not told
 * @param repeated told more than once
 * @param wrong told and not expected
 * @param standing differences of where subjects stand in the end
 */
record Verdict(
    int expected,
    int told,
    List<String> lost,
    List<String> repeated,
    List<String> wrong,
    List<String> standing) {

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
    var toldLines = LiveRun.path(told);
    var expectedLines = LiveRun.path(expected);
    var lost = new ArrayList<>(missing(expectedLines, toldLines));
    lost.addAll(gaps(told));
    var standing = new ArrayList<String>();
    missing(shouldStand, stands).forEach(line -> standing.add("not there: " + line));
    missing(stands, shouldStand).forEach(line -> standing.add("instead: " + line));
    return new Verdict(
        expectedLines.size(),
        toldLines.size(),
        List.copyOf(lost),
        repeated(told),
        missing(toldLines, expectedLines),
        List.copyOf(standing));
  }

  boolean isClean() {
    return lost.isEmpty() && repeated.isEmpty() && wrong.isEmpty() && standing.isEmpty();
  }

  private static List<String> missing(List<String> these, List<String> in) {
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
