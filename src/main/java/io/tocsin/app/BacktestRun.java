package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.topology.NewsReader;
import io.tocsin.wire.Answers;
import io.tocsin.wire.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A file of events through the pure core, under one policy or two. */
final class BacktestRun {
  /** Shorter files are done before anyone would look at a bar. */
  private static final int WORTH_A_BAR = 20_000;

  private final Options options;

  BacktestRun(Options options) {
    this.options = options;
  }

  /**
   * Tells changes as they come; of a comparison only at the end.
   *
   * @throws Failure where a file cannot be read or written
   */
  Results.Backtested run(Requests.Backtest request, Watch watch) {
    long begun = System.nanoTime();
    var reference = Wiring.reference(options);
    var reader = new NewsReader(reference);
    var policy = Wiring.policy(options);
    var other = request.against() == null ? null : Wiring.policy(request.against());
    checkTarget(request.finalStates());
    var pass = new Pass(EventFile.of(request.file()), request.until(), watch);
    var changes = new ArrayList<AlertLevelChange>();
    var first =
        new Backtest(
            reference,
            reader,
            policy,
            change -> {
              pass.changes++;
              if (other == null) {
                watch.change(change);
              } else {
                changes.add(change);
              }
            });
    var against = new ArrayList<AlertLevelChange>();
    var second = other == null ? null : new Backtest(reference, reader, other, against::add);
    pass.run(second == null ? List.of(first) : List.of(first, second));
    if (request.finalStates() != null) {
      write(request.finalStates(), first.standings());
    }
    return new Results.Backtested(
        new Results.Tally(pass.read, pass.read - pass.refused, pass.refused),
        pass.fates,
        pass.beyond,
        first.clock() == Long.MIN_VALUE ? null : Instant.ofEpochMilli(first.clock()),
        pass.changes,
        first.tracked(),
        Duration.ofNanos(System.nanoTime() - begun),
        second == null
            ? null
            : new Results.Comparison(
                policy.version(),
                other.version(),
                Comparisons.changes(changes, against),
                Comparisons.ends(first.standings(), second.standings())));
  }

  /** One reading of the file. */
  private static final class Pass {
    final Map<Backtest.Fate, Long> fates = new EnumMap<>(Backtest.Fate.class);
    long read;
    long refused;
    long beyond;
    long changes;

    private final EventFile file;
    private final Instant until;
    private final Watch watch;
    private Watch.Progress progress;

    Pass(EventFile file, Instant until, Watch watch) {
      this.file = file;
      this.until = until;
      this.watch = watch;
    }

    void run(List<Backtest> backtests) {
      try {
        file.forEach(line -> take(line, backtests));
        if (until != null) {
          backtests.forEach(backtest -> backtest.advance(until.toEpochMilli()));
        }
      } finally {
        if (progress != null) {
          progress.close();
        }
      }
    }

    private void take(Line line, List<Backtest> backtests) {
      read++;
      if (read == WORTH_A_BAR) {
        progress = watch.begin("events", -1);
        progress.step(read);
      } else if (read % 1_000 == 0 && progress != null) {
        progress.step(1_000);
      }
      if (line instanceof Line.Bad bad) {
        refuse(line, bad.problems());
      } else if (line instanceof Line.Good good) {
        if (until != null && good.record().arrivalTime().isAfter(until)) {
          beyond++;
          return;
        }
        assess(good, backtests);
      }
    }

    private void assess(Line.Good line, List<Backtest> backtests) {
      try {
        var fate = backtests.get(0).accept(line.record());
        for (var other : backtests.subList(1, backtests.size())) {
          other.accept(line.record());
        }
        fates.merge(fate, 1L, Long::sum);
      } catch (InvalidRecord e) {
        refuse(line, e.problems());
      }
    }

    private void refuse(Line line, List<Problem> problems) {
      refused++;
      watch.refused(new Results.Refusal(file.where(line), problems));
    }
  }

  /** A mistaken path is better known before an hour of computing than after. */
  private static void checkTarget(Path target) {
    if (target != null && (Files.isDirectory(target) || !Files.isDirectory(parent(target)))) {
      throw new Failure(
          target + " cannot be written", "Give --final a file in a folder that exists.");
    }
  }

  private static Path parent(Path target) {
    return target.toAbsolutePath().getParent();
  }

  private static void write(Path target, List<Backtest.Standing> standings) {
    try {
      var lines = standings.stream().map(s -> Answers.endState(s.subject(), s.level(), s.score()));
      Files.write(target, lines.toList());
    } catch (IOException e) {
      throw new Failure(target + " cannot be written: " + e, "Give --final another file.", e);
    }
  }
}
