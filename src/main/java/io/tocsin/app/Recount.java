package io.tocsin.app;

import io.tocsin.assess.Explanation;
import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.topology.NewsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The assessment of a history worked out once more, up to the moment that is asked about. */
final class Recount {
  private static final Comparator<Backtest.Standing> CARRIES =
      Comparator.comparing(Backtest.Standing::level)
          .thenComparingDouble(Backtest.Standing::score)
          .thenComparing(Backtest.Standing::entity, Comparator.reverseOrder());

  private final Reference reference;
  private final NewsReader reader;
  private final Policy policy;
  private final History history;
  private final boolean wall;

  /**
   * @param wall whether the clock of the partitions was the wall clock, so that a record counts
   *     from when Kafka had it
   */
  Recount(Reference reference, Policy policy, History history, boolean wall) {
    this.reference = reference;
    this.reader = new NewsReader(reference);
    this.policy = policy;
    this.history = history;
    this.wall = wall;
  }

  /**
   * A subject at a moment.
   *
   * @param explanation of the subject, or of the one that carries the region where it is an overall
   *     one; {@code null} where it is not tracked
   * @param state its latest state; {@code null} likewise
   * @param changes its changes up to then, earliest first
   * @param states its states up to then, earliest first: those included in which only a ledger
   *     moved
   */
  record Picture(
      Explanation explanation,
      AlertLevelChange state,
      List<AlertLevelChange> changes,
      List<AlertLevelChange> states) {
    static final Picture NONE = new Picture(null, null, List.of(), List.of());

    /** Whether the history leads to the subject at all. */
    boolean found() {
      return state != null || !changes.isEmpty();
    }
  }

  /**
   * The picture at a moment, of all that had come into being by then; at the end without one.
   *
   * @param now the wall clock
   */
  Picture at(Subject subject, Instant moment, Instant now) {
    var told = new Told(subject);
    var backtest = backtest(told);
    for (var entry : history.entries()) {
      if (moment == null || !entry.record().arrivalTime().isAfter(moment)) {
        feed(backtest, entry);
      }
    }
    if (moment != null) {
      backtest.advance(moment.toEpochMilli());
    } else if (wall) {
      backtest.advance(now.toEpochMilli());
    }
    return picture(backtest, told);
  }

  /**
   * The picture at the moment of a change; empty where the history does not lead to it.
   *
   * @param now the wall clock
   */
  Optional<Picture> of(String id, Instant now) {
    var found = new ArrayList<AlertLevelChange>();
    var backtest =
        new Backtest(
            reference,
            reader,
            policy,
            change -> {
              if (change.id().equals(id)) {
                found.add(change);
              }
            });
    int read = 0;
    while (found.isEmpty() && read < history.entries().size()) {
      feed(backtest, history.entries().get(read++));
    }
    if (found.isEmpty() && wall) {
      backtest.advance(now.toEpochMilli());
      read++;
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(upTo(found.get(0), read));
  }

  /** What time brought about came before the record that let time go by. */
  private Picture upTo(AlertLevelChange change, int read) {
    boolean byTime = change.cause() == Cause.DECAY || change.cause() == Cause.EXPIRY;
    var told = new Told(change.subject());
    var backtest = backtest(told);
    history.entries().subList(0, byTime ? read - 1 : read).forEach(e -> feed(backtest, e));
    if (byTime) {
      backtest.advance(change.effectiveAt().toEpochMilli());
    }
    return picture(backtest, told);
  }

  private Backtest backtest(Told told) {
    return new Backtest(reference, reader, policy, told::change, told::state);
  }

  /** What is told of one subject. */
  private record Told(
      Subject subject, List<AlertLevelChange> changes, List<AlertLevelChange> states) {
    Told(Subject subject) {
      this(subject, new ArrayList<>(), new ArrayList<>());
    }

    void change(AlertLevelChange change) {
      if (change.subject().equals(subject)) {
        changes.add(change);
      }
    }

    void state(AlertLevelChange state) {
      if (state.subject().equals(subject)) {
        states.add(state);
      }
    }
  }

  private void feed(Backtest backtest, History.Entry entry) {
    entry.play(backtest, wall);
  }

  private static Picture picture(Backtest backtest, Told told) {
    var subject = told.subject();
    var state =
        backtest.latest().stream()
            .filter(s -> s.subject().equals(subject))
            .findFirst()
            .orElse(null);
    var shown = subject.isOverall() ? carrier(backtest, subject.region()) : subject;
    var explanation = shown == null ? null : backtest.explain(shown);
    return new Picture(explanation, state, told.changes(), told.states());
  }

  private static Subject carrier(Backtest backtest, String region) {
    return backtest.standings().stream()
        .filter(s -> s.region().equals(region) && !s.subject().isOverall())
        .max(CARRIES)
        .map(Backtest.Standing::subject)
        .orElse(null);
  }
}
