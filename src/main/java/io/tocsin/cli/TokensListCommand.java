package io.tocsin.cli;

import io.tocsin.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The tokens there are. */
@Command(
    name = "list",
    description = "Lists the tokens by name, and what each may do.",
    footer = "  tocsin tokens list")
final class TokensListCommand implements Callable<Integer> {
  private final Root root;

  TokensListCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var tokens = root.desk().tokens(root.options()).list();
    var screen = root.screen();
    if (root.json()) {
      tokens.forEach(
          t ->
              screen.print(
                  Json.line(
                      "name",
                      t.name(),
                      "scopes",
                      t.scopes(),
                      "sources",
                      t.sources(),
                      "authorities",
                      t.authorities())));
    } else if (tokens.isEmpty()) {
      screen.say("there are none");
    } else {
      var table =
          new Table(
              Table.left("NAME"),
              Table.yielding("SCOPES"),
              Table.yielding("SOURCES"),
              Table.yielding("AUTHORITIES"));
      tokens.forEach(
          t ->
              table.row(
                  t.name(),
                  String.join(" ", t.scopes()),
                  String.join(" ", t.sources()),
                  String.join(" ", t.authorities())));
      screen.print(table.lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }
}
