package io.tocsin.app;

import io.tocsin.api.read.Drawing;
import io.tocsin.api.read.Drawing.Edge;
import io.tocsin.api.read.Drawing.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** The description of a topology as nodes and edges. */
final class TopologyDrawing {
  private final TopologyDescription description;
  private final Map<String, Drawing.Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  TopologyDrawing(TopologyDescription description) {
    this.description = description;
  }

  Drawing drawing() {
    for (var part : description.subtopologies()) {
      part.nodes().forEach(node -> draw(node, part.id()));
    }
    return new Drawing(description.toString(), List.copyOf(nodes.values()), edges);
  }

  private void draw(Node node, int part) {
    put(node.name(), node.name(), kind(node), part);
    if (node instanceof Source source && source.topicSet() != null) {
      source.topicSet().stream()
          .sorted()
          .forEach(topic -> edges.add(new Edge(topic(topic), node.name())));
    }
    if (node instanceof Sink sink && sink.topic() != null) {
      edges.add(new Edge(node.name(), topic(sink.topic())));
    }
    if (node instanceof Processor processor) {
      processor.stores().stream().sorted().forEach(store -> store(node.name(), store, part));
    }
    node.successors().forEach(next -> edges.add(new Edge(node.name(), next.name())));
  }

  private void store(String step, String store, int part) {
    var id = put("store " + store, store, Kind.STORE, part);
    edges.add(new Edge(step, id));
    edges.add(new Edge(id, step));
  }

  private String topic(String name) {
    return put("topic " + name, name, Kind.TOPIC, null);
  }

  private String put(String id, String name, Kind kind, Integer part) {
    nodes.putIfAbsent(id, new Drawing.Node(id, name, kind, part));
    return id;
  }

  private static Kind kind(Node node) {
    if (node instanceof Source) {
      return Kind.SOURCE;
    }
    return node instanceof Sink ? Kind.SINK : Kind.STEP;
  }
}
