package io.tocsin.cli;

import io.tocsin.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Sets up the topics, without running anything. */
@Command(
    name = "topics",
    description = {
      "Creates the topics that are missing, and says how the others differ from what is configured.",
      "A processor does so at its start where it may; here it is for whoever may in its place."
    },
    footer = {
      "  tocsin topics --bootstrap-servers kafka:9092",
      "  tocsin topics --set topics.partitions=16 --set topics.replication=3"
    })
final class TopicsCommand implements Callable<Integer> {
  private final Root root;

  TopicsCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var topics = root.desk().topics(root.options());
    var screen = root.screen();
    if (root.json()) {
      topics.forEach(t -> screen.print(Json.line("topic", t.name(), "state", t.state())));
      return Cli.FINE;
    }
    var table = new Table(Table.left("TOPIC"), Table.left("STATE"));
    topics.forEach(topic -> table.row(topic.name(), topic.state()));
    screen.print(table.lines(root.at().outTerminal()));
    return Cli.FINE;
  }
}
