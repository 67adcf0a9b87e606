package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Options;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.cli.text.Gauge;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Times;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded events, through the pure core. */
@Command(
    name = "backtest",
    description = {
      "Computes the changes that a file of events leads to, without Kafka, and prints them.",
      "The same answer as the stream gives."
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
      description = "A second policy; its end states are set beside the first one's.")
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
    if (compare != null) {
      differences(options, outcome.differences(), screen);
    }
    screen.say(
        "%d events, refused %d: %d changes, %d subjects in %s"
            .formatted(
                outcome.tally().accepted(),
                outcome.tally().refused(),
                outcome.changes(),
                outcome.subjects(),
                Times.lasting(outcome.took())));
    return outcome.tally().refused() == 0 ? Cli.FINE : Cli.FAILED;
  }

  private void differences(Options options, List<Results.Difference> differences, Screen screen) {
    if (root.json()) {
      differences.forEach(d -> screen.print(json(d)));
      return;
    }
    var words = root.words(options);
    var gauge = new Gauge(root.at().outTerminal());
    var table =
        new Table(
            Table.yielding("ENTITY"),
            Table.yielding("REGION"),
            Table.left("LEVEL"),
            Table.right("dB"),
            Table.left("COMPARED"),
            Table.right("dB"));
    for (var d : differences) {
      table.row(
          words.entity(d.subject().entity()),
          words.name(d.subject().region()),
          gauge.badge(d.level()),
          decibels(d.score()),
          gauge.badge(d.againstLevel()),
          decibels(d.againstScore()));
    }
    screen.print(table.lines(root.at().outTerminal()));
  }

  private static String json(Results.Difference d) {
    return Json.line(
        "entity", d.subject().entity(),
        "region", d.subject().region(),
        "level", d.level(),
        "score", d.score(),
        "comparedLevel", d.againstLevel(),
        "comparedScore", d.againstScore());
  }

  private static String decibels(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
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
