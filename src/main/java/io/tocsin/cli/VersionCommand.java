package io.tocsin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which version this is. */
@Command(
    name = "version",
    description = "Shows the version of Tocsin and of the Java that runs it.",
    footer = {"  tocsin version", "  tocsin version --json"})
final class VersionCommand implements Callable<Integer> {
  private final Root root;

  VersionCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var java = System.getProperty("java.version");
    var vendor = System.getProperty("java.vendor");
    root.screen()
        .print(
            root.json()
                ? Json.line("version", Version.number(), "java", java, "vendor", vendor)
                : "tocsin " + Version.number() + " on Java " + java + " (" + vendor + ")");
    return Cli.FINE;
  }
}
