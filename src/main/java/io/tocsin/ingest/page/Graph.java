package io.tocsin.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes of all JSON-LD in a document: those that are articles, and those that have a name by
 * which others refer to them. Contexts are not expanded: terms are taken as schema.org's.
 */
final class Graph {
  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "AskPublicNewsArticle",
          "BackgroundNewsArticle",
          "OpinionNewsArticle",
          "ReviewNewsArticle",
          "LiveBlogPosting");
  private static final int MOST_ARTICLES = 1_000;

  private final List<Found> articles = new ArrayList<>();
  private final Map<String, JsonNode> named = new HashMap<>();
  private final Set<String> types = new TreeSet<>();
  private int leftOut;

  /**
   * An article.
   *
   * @param where the script it is in
   */
  record Found(String where, Node node) {}

  /** Takes the nodes of one script: one, an array of them, or a graph; and what they hold. */
  void add(String where, JsonNode tree) {
    if (tree.isArray()) {
      tree.forEach(item -> add(where, item));
    } else if (tree.isObject()) {
      name(tree);
      var node = new Node(this, tree);
      types.addAll(node.types());
      boolean article = node.types().stream().anyMatch(ARTICLES::contains);
      if (article) {
        take(new Found(where, node));
      } else {
        add(where, tree.path("@graph"));
        add(where, tree.path("mainEntity"));
        add(where, tree.path("itemListElement"));
        add(where, tree.path("item"));
      }
    }
  }

  private void take(Found article) {
    if (articles.size() < MOST_ARTICLES) {
      articles.add(article);
    } else {
      leftOut++;
    }
  }

  /** How many articles there were beyond the {@value #MOST_ARTICLES} that are taken. */
  int leftOut() {
    return leftOut;
  }

  List<Found> articles() {
    return articles;
  }

  /** All types that were met, for messages. */
  String types() {
    return String.join(", ", types);
  }

  /** The node that a reference stands for; the reference itself where it is not here. */
  JsonNode resolved(JsonNode value) {
    boolean reference = value.isObject() && value.size() == 1 && value.hasNonNull("@id");
    return reference ? named.getOrDefault(value.get("@id").asText(), value) : value;
  }

  private void name(JsonNode node) {
    var id = node.path("@id");
    if (id.isTextual() && node.size() > 1) {
      named.putIfAbsent(id.textValue(), node);
    }
    node.forEach(
        child -> {
          if (child.isObject()) {
            name(child);
          }
        });
  }
}
