package io.tocsin.deliver.cap;

import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** A growing element; children come in the order in which they are added. */
final class Element {
  private final org.w3c.dom.Element node;
  private final String namespace;

  private Element(org.w3c.dom.Element node, String namespace) {
    this.node = node;
    this.namespace = namespace;
  }

  /**
   * The root of a document that is empty still. It declares its namespace in so many words, for a
   * signature is over what is there before it is written.
   */
  static Element root(Document document, String namespace, String name) {
    var node = document.createElementNS(namespace, name);
    node.setAttributeNS(
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, namespace);
    document.appendChild(node);
    return new Element(node, namespace);
  }

  Element child(String name) {
    return new Element(append(node.getOwnerDocument().createElementNS(namespace, name)), namespace);
  }

  /** A child that holds a text; none where that is {@code null}. */
  Element text(String name, String text) {
    if (text != null) {
      child(name).node.setTextContent(plain(text));
    }
    return this;
  }

  Element attribute(String name, String value) {
    node.setAttribute(name, plain(value));
    return this;
  }

  /** CAP's pairs: a parameter, a geocode. */
  Element pair(String name, String key, String value) {
    child(name).text("valueName", key).text("value", value);
    return this;
  }

  private <T extends Node> T append(T child) {
    node.appendChild(child);
    return child;
  }

  /** Without what XML cannot hold. */
  private static String plain(String text) {
    return text.codePoints()
        .map(c -> isInXml(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isInXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
