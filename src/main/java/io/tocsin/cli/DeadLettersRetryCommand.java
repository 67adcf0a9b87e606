package io.tocsin.cli;

import io.tocsin.app.Failure;
import io.tocsin.app.Options;
import io.tocsin.app.Requests;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Dead letters, published again. */
@Command(
    name = "retry",
    description = {
      "Publishes dead letters again, to the topic they came from: those named, or those of a",
      "reason that nobody has tried yet. What fails again says which letter it was, and is tried",
      "again only by its name."
    },
    footer = {
      "  tocsin dead-letters retry tocsin.dead-letters-3-17",
      "  tocsin dead-letters retry tocsin.dead-letters-3-17 --with corrected.json",
      "  tocsin dead-letters retry --reason NOT_ADMITTED --since 2d --yes"
    })
final class DeadLettersRetryCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "TOPIC-PARTITION-OFFSET.")
  private List<String> ids = List.of();

  @Mixin private LetterSelection selection;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "The corrected value, JSON or Avro, for the one letter that is named.")
  private Path with;

  @Option(names = "--yes", description = "Does not ask, however many there are.")
  private boolean yes;

  @Spec private CommandSpec spec;

  private final Root root;

  DeadLettersRetryCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    check();
    var options = root.options();
    var screen = root.screen();
    if (!yes && !isAgreed(options)) {
      screen.say("nothing was published");
      return Cli.FAILED;
    }
    var file = with == null ? null : root.at().directory().resolve(with);
    var request = new Requests.Retry(ids, selection.filter(), file);
    var retried = root.desk().retry(options, request, screen);
    for (var one : retried) {
      screen.print(
          root.json() ? Json.line("id", one.id(), "to", one.to()) : one.id() + " -> " + one.to());
    }
    screen.say("%d published again".formatted(retried.size()));
    return Cli.FINE;
  }

  private void check() {
    if (ids.isEmpty() == !selection.isGiven()) {
      throw wrong("name letters, or say which with --reason, --topic or --since; not both");
    }
    if (with != null && ids.size() != 1) {
      throw wrong("--with is for one letter, named by its id");
    }
  }

  private boolean isAgreed(Options options) {
    long many =
        ids.isEmpty() ? root.desk().letters(options, selection.filter(), 1).open() : ids.size();
    if (many <= 1) {
      return true;
    }
    var console = System.console();
    if (console == null) {
      throw new Failure(
          "%d letters would be published again".formatted(many), "If you mean that, add --yes.");
    }
    var answer = console.readLine("publish %d letters again? [y/N] ", many);
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }

  private CommandLine.ParameterException wrong(String why) {
    return new CommandLine.ParameterException(spec.commandLine(), why);
  }
}
