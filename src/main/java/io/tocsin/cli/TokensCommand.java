package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who may use the HTTP API, as a family of commands. */
@Command(
    name = "tokens",
    description = "Makes and lists tokens of the HTTP API.",
    footer = {
      "  tocsin tokens new --scope read --name dashboard",
      "  tocsin tokens new --scope publish:statements --authority jtac",
      "  tocsin tokens list"
    })
final class TokensCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Root root) {
    return new CommandLine(new TokensCommand())
        .addSubcommand(new TokensNewCommand(root))
        .addSubcommand(new TokensListCommand(root));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
