package io.tocsin.ingest.syndication;

import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Items of RSS that say in other vocabularies what they do not say in RSS's own. */
final class FeedItems {
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

  /** What is missing, to what stands in for it. */
  private static final Map<String, String[]> SUBSTITUTES =
      Map.of(
          "title", new String[] {"title"},
          "description", new String[] {"summary", "abstract"},
          "pubDate", new String[] {"published", "issued", "created", "updated"});

  private FeedItems() {}

  /** Changes an item in place; other elements stay as they are. */
  static void repair(Document tree, Element item) {
    if (!FeedRepair.name(item).equals("item") || item.getNamespaceURI() != null) {
      return;
    }
    var body = child(item, "body", true);
    if (body != null) {
      tree.renameNode(body, CONTENT, "content:encoded");
    }
    SUBSTITUTES.forEach(
        (own, others) -> {
          if (child(item, own, false) == null) {
            adopt(tree, item, own, others);
          }
        });
  }

  private static void adopt(Document tree, Element item, String own, String... others) {
    for (var other : others) {
      var found = child(item, other, true);
      if (found != null) {
        tree.renameNode(found, null, own);
        return;
      }
    }
  }

  private static Element child(Element item, String name, boolean anyNamespace) {
    for (Node node = item.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && FeedRepair.name(element).equals(name)
          && (anyNamespace || element.getNamespaceURI() == null)) {
        return element;
      }
    }
    return null;
  }
}
