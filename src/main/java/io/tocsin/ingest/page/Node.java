package io.tocsin.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One node of JSON-LD, whose values may be one or several, plain, typed or referred to. */
final class Node {
  private static final String[] SCHEMAS = {"https://schema.org/", "http://schema.org/", "schema:"};

  /** Of more values the first are taken. */
  private static final int MOST_VALUES = 50;

  private final Graph graph;
  private final JsonNode json;

  Node(Graph graph, JsonNode json) {
    this.graph = graph;
    this.json = json;
  }

  List<String> types() {
    return values("@type").stream()
        .filter(JsonNode::isTextual)
        .map(type -> term(type.textValue()))
        .collect(Collectors.toList());
  }

  /** The first text that these properties have; of a node its name. {@code null} for none. */
  String text(String... properties) {
    for (var property : properties) {
      for (var value : values(property)) {
        var text = plain(value);
        if (text != null && !text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  /** The first address that these properties have: a text, or a node's id or url. */
  String address(String... properties) {
    for (var property : properties) {
      for (var value : values(property)) {
        var text = value.isTextual() ? value.textValue() : addressOf(value);
        if (text != null && !text.isBlank()) {
          return text.strip();
        }
      }
    }
    return null;
  }

  /** The nodes that a property has. */
  List<Node> nodes(String property) {
    return nodes(property, MOST_VALUES);
  }

  /** The same of a property that may have more values than others. */
  List<Node> nodes(String property, int most) {
    return values(property, most).stream()
        .filter(JsonNode::isObject)
        .map(value -> new Node(graph, value))
        .toList();
  }

  /** A number, or a text that is one; {@code null} for none. */
  Double number(String property) {
    for (var value : values(property)) {
      try {
        double number = value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
        return Double.isFinite(number) ? number : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  private List<JsonNode> values(String property) {
    return values(property, MOST_VALUES);
  }

  private List<JsonNode> values(String property, int most) {
    var value = json.path(property);
    var values = new ArrayList<JsonNode>();
    if (value.isArray()) {
      for (int i = 0; i < Math.min(value.size(), most); i++) {
        values.add(graph.resolved(value.get(i)));
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      values.add(graph.resolved(value));
    }
    return values;
  }

  private static String plain(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    var name = value.path(value.has("@value") ? "@value" : "name");
    return name.isTextual() ? name.textValue() : null;
  }

  private static String addressOf(JsonNode value) {
    var id = value.path("@id").isTextual() ? value.path("@id") : value.path("url");
    return id.isTextual() ? id.textValue() : null;
  }

  private static String term(String type) {
    for (var schema : SCHEMAS) {
      if (type.startsWith(schema)) {
        return type.substring(schema.length());
      }
    }
    return type;
  }
}
