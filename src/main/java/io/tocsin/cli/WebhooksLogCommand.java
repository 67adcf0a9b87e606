package io.tocsin.cli;

import io.tocsin.app.WebhookDesk;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Times;
import io.tocsin.cli.text.Words;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of changes at webhooks. */
@Command(
    name = "log",
    description =
        "Shows what became of each change at webhooks: told, kept back, given up; and why.",
    footer = {
      "  tocsin webhooks log",
      "  tocsin webhooks log desk --since 1d",
      "  tocsin webhooks log --json | jq 'select(.fate == \"silenced\")'"
    })
final class WebhooksLogCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The webhook; all without one.")
  private String id;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From this time on: a date, a time, or how long ago, such as 7d.")
  private Instant since;

  private final Root root;

  WebhooksLogCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var screen = root.screen();
    var words = root.words(options);
    root.desk()
        .webhooks(options)
        .log(id, since, line -> screen.print(root.json() ? json(line) : text(line, words)));
    return Cli.FINE;
  }

  private static String text(WebhookDesk.Line line, Words words) {
    var change = line.change();
    return "%s  %s  %s  %s %s to %s  %s"
        .formatted(
            Times.second(line.at()),
            line.endpoint(),
            line.fate(),
            words.subject(change),
            change.previousLevel(),
            change.level(),
            Cells.clean(line.detail()));
  }

  private static String json(WebhookDesk.Line line) {
    var change = line.change();
    return Json.line(
        "at", line.at().toString(),
        "webhook", line.endpoint(),
        "fate", line.fate(),
        "detail", line.detail(),
        "change", change.id(),
        "entity", change.entity(),
        "region", change.region(),
        "sequence", change.sequence(),
        "previousLevel", change.previousLevel().name(),
        "level", change.level().name());
  }
}
