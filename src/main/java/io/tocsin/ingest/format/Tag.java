package io.tocsin.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a tree, asked by local names: prefixes and versions of namespaces do not matter.
 */
public record Tag(Element element) {
  public String name() {
    return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
  }

  /** The namespace; empty for none. */
  public String namespace() {
    return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
  }

  public List<Tag> children() {
    var found = new ArrayList<Tag>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        found.add(new Tag(inner));
      }
    }
    return found;
  }

  public List<Tag> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  public Optional<Tag> child(String name) {
    return children().stream().filter(child -> child.name().equals(name)).findFirst();
  }

  /** The element itself and all that is in it, in the order of the document. */
  public Stream<Tag> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Tag::all));
  }

  /** Whether the children are elements rather than text. */
  public boolean isMarked() {
    return !children().isEmpty();
  }

  /** All text in it, without white space around it. */
  public String text() {
    return element.getTextContent().strip();
  }

  /** The text of a child; empty where there is none, or it is blank. */
  public Optional<String> text(String child) {
    return child(child).map(Tag::text).filter(text -> !text.isEmpty());
  }

  public List<String> texts(String children) {
    return children(children).stream().map(Tag::text).filter(text -> !text.isEmpty()).toList();
  }

  /** An attribute; empty where there is none, or it is blank. */
  public Optional<String> attribute(String name) {
    return Optional.of(element.getAttribute(name).strip()).filter(text -> !text.isEmpty());
  }
}
