package io.tocsin.cli;

import io.tocsin.app.Requests;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records of one kind, or those of a document, from a file to their topic. */
@Command(
    name = "publish",
    description = {
      "Validates a file, then publishes it: NDJSON, one record a line, plain or .gz.",
      "Says which line is wrong and why; exit code 1 where one is.",
      "A document is in one of the formats that convert reads, and is converted on the way."
    },
    footer = {
      "  tocsin publish news events.ndjson",
      "  tocsin publish statements levels.ndjson.gz --check",
      "  tocsin publish statements levels.ndjson --sign-with jtac-2026.jwk",
      "  zcat news.gz | tocsin publish news -",
      "  tocsin publish document feed.xml --source bbc-news"
    })
final class PublishCommand implements Callable<Integer> {
  private static final Set<Requests.Kind> SIGNED =
      EnumSet.of(Requests.Kind.STATEMENTS, Requests.Kind.DOCUMENT);

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

  @ArgGroup(exclusive = false, heading = "With document:%n")
  private Reading reading;

  @Option(
      names = "--sign-with",
      paramLabel = "KEYFILE",
      description = "Signs statements with this key; see tocsin keys new.")
  private Path signWith;

  @Spec private CommandSpec spec;

  private final Root root;

  PublishCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (signWith != null && !SIGNED.contains(kind)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--sign-with is for statements");
    }
    var options = root.options();
    var screen = root.screen();
    var request =
        new Requests.Publish(
            kind,
            file,
            document(),
            check,
            keepGoing,
            signWith == null ? null : root.at().directory().resolve(signWith));
    var tally = root.desk().publish(options, request, screen);
    Tallies.print(tally, check ? "valid" : "published", root.json(), screen);
    return tally.refused() == 0 ? Cli.FINE : Cli.FAILED;
  }

  private Requests.Convert document() {
    if (kind != Requests.Kind.DOCUMENT) {
      if (reading != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--format, --source and --authority are for publish document; records name their own");
      }
      return null;
    }
    return reading == null
        ? new Requests.Convert(file, null, null, null)
        : new Requests.Convert(file, reading.format, reading.source, reading.authority);
  }
}
