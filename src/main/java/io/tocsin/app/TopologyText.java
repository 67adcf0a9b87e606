package io.tocsin.app;

import io.tocsin.api.read.Drawing;
import io.tocsin.topology.Layout;
import io.tocsin.topology.Tally;
import io.tocsin.trace.Untold;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** The topology in words, or as a graph. */
final class TopologyText {
  private final Topology topology;

  TopologyText(Options options) {
    var settings = new StreamsSettings(options, "localhost:9092", Optional.empty());
    this.topology =
        StreamsRuntime.topology(
            options, settings.properties(), Tally.NONE, new Untold(), Layout.UNWATCHED);
  }

  String words() {
    return topology.describe().toString();
  }

  /** As nodes and the ways between them. */
  Drawing drawing() {
    return new TopologyDrawing(topology.describe()).drawing();
  }

  /** In the dot language of Graphviz: steps are boxes, stores cylinders, topics plain words. */
  String dot() {
    var dot =
        new StringBuilder(
            """
            digraph tocsin {
              rankdir=LR;
              node [fontname="Helvetica", fontsize=10];
            """);
    for (var part : topology.describe().subtopologies()) {
      dot.append(
          """
            subgraph cluster_%d {
              label="sub-topology %d"; color=grey;
          """
              .formatted(part.id(), part.id()));
      part.nodes().forEach(node -> dot.append("    ").append(declaration(node)));
      dot.append("  }\n");
      part.nodes().forEach(node -> edges(node, dot));
    }
    return dot.append("}\n").toString();
  }

  private static String declaration(Node node) {
    var shape = node instanceof Processor ? "box" : "cds";
    return "\"%s\" [shape=%s];%n".formatted(node.name(), shape).replace("\r", "");
  }

  private static void edges(Node node, StringBuilder dot) {
    if (node instanceof Source source && source.topicSet() != null) {
      source.topicSet().forEach(topic -> edge(topic(topic, dot), node.name(), "", dot));
    }
    if (node instanceof Sink sink && sink.topic() != null) {
      edge(node.name(), topic(sink.topic(), dot), "", dot);
    }
    if (node instanceof Processor processor) {
      processor
          .stores()
          .forEach(
              store -> {
                dot.append("  \"%s\" [shape=cylinder, color=grey];\n".formatted(store));
                edge(node.name(), store, " [dir=both, style=dashed, color=grey]", dot);
              });
    }
    node.successors().forEach(next -> edge(node.name(), next.name(), "", dot));
  }

  private static String topic(String name, StringBuilder dot) {
    var id = "topic " + name.toLowerCase(Locale.ROOT);
    dot.append("  \"%s\" [label=\"%s\", shape=plain];\n".formatted(id, name));
    return id;
  }

  private static void edge(String from, String to, String style, StringBuilder dot) {
    dot.append("  \"%s\" -> \"%s\"%s;\n".formatted(from, to, style));
  }
}
