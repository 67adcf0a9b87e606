package io.tocsin.cli;

import io.tocsin.cli.text.ChangeLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes as they come. */
@Command(
    name = "subscribe",
    description = "Prints changes as they come.",
    footer = {
      "  tocsin subscribe",
      "  tocsin subscribe --entity isil --region FR --min-level SEVERE",
      "  tocsin subscribe --since 7d --json | jq .level"
    })
final class SubscribeCommand implements Callable<Integer> {
  @Mixin private Selected selected;

  private final Root root;

  SubscribeCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var screen = root.screen(options);
    if (!root.json() && root.at().outTerminal().tty()) {
      screen.say(ChangeLine.LEGEND);
    }
    root.desk().subscribe(options, selected.selection(), screen);
    return Cli.FINE;
  }
}
