package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a file of webhooks is sound. */
@Command(
    name = "check",
    description =
        "Reads a file of webhooks as a start would; says what is in it, or what is wrong.",
    footer = {"  tocsin webhooks check webhooks.yaml", "  tocsin webhooks check"})
final class WebhooksCheckCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file; else the key webhooks.file.")
  private String file;

  private final Root root;

  WebhooksCheckCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var entries = root.desk().webhooks(root.options(Root.flags(Key.WEBHOOKS_FILE, file))).check();
    var screen = root.screen();
    if (root.json()) {
      entries.forEach(
          e ->
              screen.print(
                  Json.line(
                      "id", e.id(), "template", e.template(), "host", e.host(), "asks", e.asks())));
    } else if (entries.isEmpty()) {
      screen.say("the file names no webhook");
    } else {
      var table =
          new Table(
              Table.left("ID"),
              Table.left("TEMPLATE"),
              Table.yielding("HOST"),
              Table.yielding("ASKS FOR"));
      entries.forEach(
          e -> table.row(e.id(), e.template(), Cells.clean(e.host()), Cells.clean(e.asks())));
      screen.print(table.lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }
}
