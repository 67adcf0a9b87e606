package io.tocsin.cli;

import io.tocsin.app.Backtest;
import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.cli.text.Times;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded events, through the pure core. */
@Command(
    name = "backtest",
    description = {
      "Computes the changes that a file of events leads to, without Kafka, and prints them.",
      "The same answer as the stream gives. A line that is refused is told on standard error,",
      "the rest goes on, and the exit code is 1."
    },
    footer = {
      "  tocsin backtest paris-2015.ndjson.gz",
      "  tocsin backtest events.ndjson --until 2015-12-01 --final end.ndjson",
      "  tocsin backtest events.ndjson --compare stricter.yaml"
    })
final class BacktestCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "A file, or - for standard input.")
  private String file;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document; else the built-in policy.")
  private String policy;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Lets time run on to then; else it ends with the last record.")
  private Instant until;

  @Option(
      names = "--final",
      paramLabel = "FILE",
      description = "Writes the end states: one {entity, region, level, score} a line.")
  private Path finalStates;

  @Option(
      names = "--compare",
      paramLabel = "POLICY",
      description =
          "A second policy: the changes of both, marked - and + where they differ, and what ends differently.")
  private Path compare;

  private final Root root;

  BacktestCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(flags());
    var screen = root.screen(options);
    var request = new Requests.Backtest(file, until, resolved(finalStates), resolved(compare));
    var outcome = root.desk().backtest(options, request, screen);
    if (outcome.comparison() != null) {
      new ComparisonText(root, options).print(outcome.comparison(), screen);
    }
    summary(outcome).forEach(screen::say);
    return outcome.tally().refused() == 0 ? Cli.FINE : Cli.FAILED;
  }

  private static List<String> summary(Results.Backtested outcome) {
    var lines = new ArrayList<String>();
    lines.add(
        "%d events%s, %d refused: %d changes, %d subjects in %s"
            .formatted(
                outcome.tally().read(),
                outcome.end() == null ? "" : " up to " + Times.second(outcome.end()),
                outcome.tally().refused(),
                outcome.changes(),
                outcome.subjects(),
                Times.lasting(outcome.took())));
    var aside = new ArrayList<String>();
    if (outcome.beyond() > 0) {
      aside.add(outcome.beyond() + " after --until");
    }
    new TreeMap<>(outcome.fates())
        .forEach(
            (fate, count) -> {
              if (fate != Backtest.Fate.ASSESSED) {
                aside.add(count + " " + word(fate));
              }
            });
    if (!aside.isEmpty()) {
      lines.add("of these " + String.join(", ", aside));
    }
    return lines;
  }

  private static String word(Backtest.Fate fate) {
    return switch (fate) {
      case ASSESSED -> "assessed";
      case DUPLICATE -> "seen before";
      case SUPERSEDED -> "older than what was known";
      case RECORDED -> "recorded without effect";
      case UNLOCATED -> "without a region";
      case LATE -> "too late to count";
    };
  }

  private Path resolved(Path path) {
    return path == null ? null : root.at().directory().resolve(path);
  }

  private Map<Key, String> flags() {
    var flags = new EnumMap<Key, String>(Key.class);
    Root.put(flags, Key.POLICY_FILE, policy);
    Root.put(flags, Key.REFERENCE, reference);
    return flags;
  }
}
