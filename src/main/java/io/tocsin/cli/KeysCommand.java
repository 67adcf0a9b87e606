package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keys of those who speak officially, as a family of commands. */
@Command(
    name = "keys",
    description = "Makes keys that statements are signed with.",
    footer = {"  tocsin keys new --authority jtac", "  tocsin keys new --ingress"})
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Root root) {
    return new CommandLine(new KeysCommand()).addSubcommand(new KeysNewCommand(root));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
