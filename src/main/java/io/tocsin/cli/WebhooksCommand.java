package io.tocsin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who is told of changes, as a family of commands. */
@Command(
    name = "webhooks",
    description = "Checks and tries webhooks, and shows what they were told.",
    footer = {
      "  tocsin webhooks check webhooks.yaml",
      "  tocsin webhooks test desk --set webhooks.file=webhooks.yaml",
      "  tocsin webhooks log desk --since 1d"
    })
final class WebhooksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
