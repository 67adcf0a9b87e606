package io.tocsin.ingest.syndication;

import io.tocsin.ingest.format.Dates;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts right what Rome would stumble over: versions, namespaces and dates. */
final class FeedRepair {
  static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String ATOM_03 = "http://purl.org/atom/ns#";
  private static final Set<String> DATES =
      Set.of(
          "pubDate",
          "lastBuildDate",
          "date",
          "published",
          "updated",
          "issued",
          "modified",
          "created");

  private FeedRepair() {}

  /** Changes the tree in place. */
  static void repair(Document tree) {
    var root = tree.getDocumentElement();
    switch (name(root)) {
      case "rss" -> rss(tree, root);
      case "feed" -> atom(tree, root);
      case "entry" -> {
        var feed = tree.createElementNS(ATOM, "feed");
        tree.replaceChild(feed, root);
        feed.appendChild(root);
        atom(tree, feed);
      }
      default -> {
        // RDF says by its namespaces what it is
      }
    }
    each(tree.getDocumentElement(), FeedRepair::date);
    each(tree.getDocumentElement(), FeedTexts::repair);
    each(tree.getDocumentElement(), FeedRepair::link);
  }

  /** Version 2.0 understands all that 0.91 to 0.94 have, and no feed keeps to its own. */
  private static void rss(Document tree, Element root) {
    rename(tree, root, root.getNamespaceURI(), null);
    each(tree.getDocumentElement(), element -> FeedItems.repair(tree, element));
    tree.getDocumentElement().setAttribute("version", "2.0");
  }

  private static void atom(Document tree, Element root) {
    var namespace = root.getNamespaceURI();
    if (!ATOM.equals(namespace) && !ATOM_03.equals(namespace)) {
      rename(tree, root, namespace, ATOM);
    }
  }

  private static void rename(Document tree, Element root, String from, String to) {
    each(
        root,
        element -> {
          var namespace = element.getNamespaceURI();
          if (from == null ? namespace == null : from.equals(namespace)) {
            tree.renameNode(element, to, name(element));
          }
        });
  }

  /** A date that cannot be read would be none to Rome, or another. */
  private static void date(Element element) {
    if (DATES.contains(name(element))) {
      var date = Dates.parse(element.getTextContent());
      element.setTextContent(date.map(Object::toString).orElse(""));
    }
  }

  /** Rome knows no {@code xml:base} in RSS, and takes the site's address for it in Atom. */
  private static void link(Element element) {
    var base = base(element);
    if (name(element).equals("link") && !base.isEmpty()) {
      if (element.hasAttribute("href")) {
        Links.absolute(element.getAttribute("href"), base)
            .ifPresent(address -> element.setAttribute("href", address));
      } else {
        Links.absolute(element.getTextContent(), base).ifPresent(element::setTextContent);
      }
    }
  }

  /** Of the nearest element that has one; empty where there is none. */
  private static String base(Node node) {
    for (Node at = node; at instanceof Element element; at = at.getParentNode()) {
      if (element.hasAttribute("xml:base")) {
        return Links.absolute(element.getAttribute("xml:base"), base(at.getParentNode()))
            .orElse("");
      }
    }
    return "";
  }

  /** Recursion is safe: {@link FeedTree} bounds the depth. */
  private static void each(Element element, Consumer<Element> visit) {
    for (Node child = element.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (child instanceof Element inner) {
        each(inner, visit);
      }
      child = next;
    }
    visit.accept(element);
  }

  /** The language of the whole; empty where it does not say. */
  static String language(Document tree) {
    return tree.getDocumentElement().getAttribute("xml:lang");
  }

  static String name(Element element) {
    return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
  }
}
