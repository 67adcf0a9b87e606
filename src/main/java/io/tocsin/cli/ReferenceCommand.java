package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the program knows of the world, as a family of commands. */
@Command(
    name = "reference",
    description =
        "Checks, shows and extends the reference data: regions, entities, sources, authorities.",
    footer = {
      "  tocsin reference check --reference my-data",
      "  tocsin reference show regions paris"
    })
final class ReferenceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
