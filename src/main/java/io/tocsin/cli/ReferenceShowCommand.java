package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the reference data holds. */
@Command(
    name = "show",
    description = "Shows the entries whose id or name holds a text; all without one.",
    footer = {
      "  tocsin reference show regions paris",
      "  tocsin reference show entities",
      "  tocsin reference show scales --json"
    })
final class ReferenceShowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Requests.Shelf shelf;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "Part of an id or name.")
  private String text;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  private final Root root;

  ReferenceShowCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var entries = root.desk().showReference(options, new Requests.Lookup(shelf, text));
    var screen = root.screen();
    if (root.json()) {
      entries.forEach(
          e ->
              screen.print(
                  Json.line(
                      "id", e.id(), "name", e.name(), "parent", e.parent(), "detail", e.detail())));
    } else if (entries.isEmpty()) {
      screen.say("nothing matches");
    } else {
      var table =
          new Table(
              Table.left("ID"), Table.yielding("NAME"), Table.left("PARENT"), Table.yielding(""));
      entries.forEach(
          e -> table.row(e.id(), Cells.clean(e.name()), e.parent(), Cells.clean(e.detail())));
      screen.print(table.lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }
}
