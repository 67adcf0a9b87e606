package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** Two policies side by side. */
final class Comparisons {
  private record Move(Subject subject, Instant at, Level from, Level to) {
    static Move of(AlertLevelChange change) {
      return new Move(
          change.subject(), change.effectiveAt(), change.previousLevel(), change.level());
    }
  }

  private Comparisons() {}

  /** The changes of both in order of time; equal is what moves the same subject alike. */
  static List<Results.Contrast> changes(
      List<AlertLevelChange> first, List<AlertLevelChange> second) {
    var unmatched = new HashMap<Move, Integer>();
    second.forEach(change -> unmatched.merge(Move.of(change), 1, Integer::sum));
    var contrasts = new ArrayList<Results.Contrast>();
    var common = new HashMap<Move, Integer>();
    for (var change : first) {
      var move = Move.of(change);
      boolean both = unmatched.getOrDefault(move, 0) > 0;
      if (both) {
        unmatched.merge(move, -1, Integer::sum);
        common.merge(move, 1, Integer::sum);
      }
      contrasts.add(new Results.Contrast(both ? Results.Side.BOTH : Results.Side.FIRST, change));
    }
    for (var change : second) {
      if (common.getOrDefault(Move.of(change), 0) > 0) {
        common.merge(Move.of(change), -1, Integer::sum);
      } else {
        contrasts.add(new Results.Contrast(Results.Side.SECOND, change));
      }
    }
    contrasts.sort(Comparator.comparing(contrast -> contrast.change().effectiveAt()));
    return contrasts;
  }

  /** The subjects that end on another level, or are tracked under one policy alone. */
  static List<Results.Difference> ends(
      List<Backtest.Standing> first, List<Backtest.Standing> second) {
    var one = bySubject(first);
    var other = bySubject(second);
    var subjects = new TreeMap<>(one);
    subjects.putAll(other);
    return subjects.keySet().stream()
        .map(subject -> difference(subject, one.get(subject), other.get(subject)))
        .filter(difference -> difference.level() != difference.againstLevel())
        .toList();
  }

  private static Results.Difference difference(
      Subject subject, Backtest.Standing one, Backtest.Standing other) {
    return new Results.Difference(
        subject,
        one == null ? null : one.level(),
        one == null ? null : one.score(),
        other == null ? null : other.level(),
        other == null ? null : other.score());
  }

  private static TreeMap<Subject, Backtest.Standing> bySubject(List<Backtest.Standing> standings) {
    var bySubject = new TreeMap<Subject, Backtest.Standing>();
    standings.forEach(standing -> bySubject.put(standing.subject(), standing));
    return bySubject;
  }
}
