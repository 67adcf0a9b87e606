package io.tocsin.ingest.syndication;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Elements as HTML again, without their attributes: the text and its blocks are all that counts.
 */
final class Markup {
  private Markup() {}

  /** Writes what is inside an element. */
  static void write(Element element, StringBuilder html) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        var name = FeedRepair.name(inner);
        html.append('<').append(name).append('>');
        write(inner, html);
        html.append("</").append(name).append('>');
      } else if (child.getNodeType() == Node.TEXT_NODE
          || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        html.append(child.getNodeValue().replace("&", "&amp;").replace("<", "&lt;"));
      }
    }
  }
}
