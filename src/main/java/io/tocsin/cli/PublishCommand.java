package io.tocsin.cli;

import io.tocsin.app.Requests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records of one kind, from a file to their topic. */
@Command(
    name = "publish",
    description = {
      "Validates a file, then publishes it: NDJSON, one record a line, plain or .gz.",
      "Says which line is wrong and why; exit code 1 where one is."
    },
    footer = {
      "  tocsin publish news events.ndjson",
      "  tocsin publish statements levels.ndjson.gz --check",
      "  zcat news.gz | tocsin publish news -"
    })
final class PublishCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Requests.Kind kind;

  @Parameters(index = "1", paramLabel = "FILE", description = "A file, or - for standard input.")
  private String file;

  @Option(names = "--check", description = "Only validates.")
  private boolean check;

  @Option(
      names = "--keep-going",
      description =
          "Publishes the good lines although others are wrong; else it is all or nothing.")
  private boolean keepGoing;

  private final Root root;

  PublishCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var screen = root.screen();
    var request = new Requests.Publish(kind, file, check, keepGoing);
    var tally = root.desk().publish(options, request, screen);
    Tallies.print(tally, check ? "valid" : "published", root.json(), screen);
    return tally.refused() == 0 ? Cli.FINE : Cli.FAILED;
  }
}
