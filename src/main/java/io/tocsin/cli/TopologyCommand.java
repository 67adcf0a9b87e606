package io.tocsin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The topology, described. */
@Command(
    name = "topology",
    description = "Describes the topology of the processor.",
    footer = {"  tocsin topology", "  tocsin topology --dot | dot -Tsvg -o topology.svg"})
final class TopologyCommand implements Callable<Integer> {
  @Option(names = "--dot", description = "As a graph in the dot language of Graphviz.")
  private boolean dot;

  private final Root root;

  TopologyCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var topology = root.desk().topology(root.options(), dot);
    var screen = root.screen();
    screen.print(
        root.json() ? Json.line(dot ? "dot" : "topology", topology) : topology.stripTrailing());
    return Cli.FINE;
  }
}
