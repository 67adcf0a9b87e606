package io.tocsin.cli;

import io.tocsin.cli.text.LevelsTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The current levels as a table. */
@Command(
    name = "levels",
    description = "Shows the current levels, highest first.",
    footer = {
      "  tocsin levels",
      "  tocsin levels --region GB --min-level SUBSTANTIAL",
      "  tocsin levels --json | jq -r .entity"
    })
final class LevelsCommand implements Callable<Integer> {
  @Mixin private Selected selected;

  private final Root root;

  LevelsCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var states = root.desk().levels(options, selected.selection());
    var screen = root.screen();
    if (root.json()) {
      states.forEach(screen::change);
    } else if (states.isEmpty()) {
      screen.say("no subject matches");
    } else {
      var table = new LevelsTable(root.words(options), root.at().outTerminal());
      screen.print(table.of(states, root.at().clock().instant()));
    }
    return Cli.FINE;
  }
}
