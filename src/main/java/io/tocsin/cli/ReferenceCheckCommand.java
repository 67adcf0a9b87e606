package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.cli.text.Cells;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the reference data is sound. */
@Command(
    name = "check",
    description =
        "Reads the reference data as a start would; says what is in it, or what is wrong.",
    footer = {"  tocsin reference check", "  tocsin reference check --reference my-data"})
final class ReferenceCheckCommand implements Callable<Integer> {
  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  private final Root root;

  ReferenceCheckCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var check = root.desk().checkReference(options);
    var screen = root.screen();
    if (root.json()) {
      screen.print(
          Json.line("folder", check.folder(), "counts", check.counts(), "faults", check.faults()));
    } else {
      screen.print(check.folder() + ": " + String.join(", ", check.counts()));
      check.faults().forEach(fault -> screen.print("  " + Cells.clean(fault)));
    }
    return check.faults().isEmpty() ? Cli.FINE : Cli.FAILED;
  }
}
