package io.tocsin.api.read;

import java.util.List;

/**
 * The topology.
 *
 * @param text as Kafka Streams describes it
 */
public record Drawing(String text, List<Node> nodes, List<Edge> edges) {
  public Drawing {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node is. */
  public enum Kind {
    TOPIC,
    SOURCE,
    STEP,
    STORE,
    SINK
  }

  /**
   * @param part the number of the sub-topology; {@code null} for a topic, which belongs to none
   */
  public record Node(String id, String name, Kind kind, Integer part) {}

  /** The way of records from one node to another; both ways between a step and its store. */
  public record Edge(String from, String to) {}
}
