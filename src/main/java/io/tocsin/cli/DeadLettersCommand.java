package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What could not be taken, as a family of commands. */
@Command(
    name = "dead-letters",
    description = "Lists records that were refused, shows them, publishes them again.",
    footer = {
      "  tocsin dead-letters list --reason NOT_ADMITTED",
      "  tocsin dead-letters show tocsin.dead-letters-3-17",
      "  tocsin dead-letters retry tocsin.dead-letters-3-17 --with corrected.json"
    })
final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Root root) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new DeadLettersListCommand(root))
        .addSubcommand(new DeadLettersShowCommand(root))
        .addSubcommand(new DeadLettersRetryCommand(root));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
