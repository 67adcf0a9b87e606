package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is read from elsewhere again and again, as a family of commands. */
@Command(
    name = "feeds",
    description = "Checks feeds, shows how they are doing, and looks at them now.",
    footer = {
      "  tocsin feeds check feeds.yaml",
      "  tocsin feeds poll bbc --dry-run",
      "  tocsin feeds list"
    })
final class FeedsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
