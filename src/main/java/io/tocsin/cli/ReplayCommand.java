package io.tocsin.cli;

import io.tocsin.app.Requests;
import io.tocsin.cli.text.Times;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded events, through Kafka. */
@Command(
    name = "replay",
    description = {
      "Publishes a file of events in their order, ends with a TICK, and waits for the outcome.",
      "NDJSON, one record a line under its kind: news, statement or control; plain or .gz."
    },
    footer = {
      "  tocsin replay paris-2015.ndjson.gz --speed 3600",
      "  tocsin replay events.ndjson --set topics.prefix=rehearsal"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "A file, or - for standard input.")
  private String file;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "max",
      converter = Speeds.class,
      description = "Event time over real time, such as 60; max, the default, does not wait.")
  private double speed;

  private final Root root;

  ReplayCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var screen = root.screen(options);
    var replayed = root.desk().replay(options, new Requests.Replay(file, speed), screen);
    var tally = replayed.tally();
    screen.say(
        "replayed %d events, refused %d: %d changes in %s"
            .formatted(
                tally.accepted(),
                tally.refused(),
                replayed.changes(),
                Times.lasting(replayed.took())));
    return tally.refused() == 0 ? Cli.FINE : Cli.FAILED;
  }
}
