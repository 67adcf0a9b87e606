package io.tocsin.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion for shells. */
@Command(
    name = "completion",
    description = "Writes a script that lets bash and zsh complete commands and options.",
    footer = {
      "  source <(tocsin completion)",
      "  tocsin completion > ~/.local/share/bash-completion/completions/tocsin"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final Root root;

  CompletionCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var script = AutoComplete.bash("tocsin", spec.root().commandLine());
    root.screen().print(root.json() ? Json.line("bash", script) : script.stripTrailing());
    return Cli.FINE;
  }
}
