package io.tocsin.ingest.syndication;

import io.tocsin.ingest.format.Xml;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.w3c.dom.Document;

/**
 * The tree of a feed. Many feeds are not well-formed: bare ampersands, entities of HTML, tags left
 * open. These are read by jsoup, which knows no document type, no external entity and none but the
 * entities of HTML.
 */
final class FeedTree {
  private FeedTree() {}

  /**
   * @throws InvalidRecord where it declares entities, is deeper than anything sane, or is no XML
   */
  static Document of(String text) {
    try {
      return Xml.tree(text.stripLeading());
    } catch (InvalidRecord strict) {
      return mended(text, strict);
    }
  }

  private static Document mended(String text, InvalidRecord strict) {
    var tidy = Jsoup.parse(text, "", Parser.xmlParser());
    refuseDeclarations(text, tidy);
    refuseDepth(tidy);
    if (tidy.childrenSize() == 0) {
      throw strict;
    }
    try {
      return new W3CDom().fromJsoup(tidy);
    } catch (IllegalStateException | org.w3c.dom.DOMException e) {
      throw strict;
    }
  }

  /** The document type of RSS 0.91 names a DTD, which is not read; entities are another matter. */
  private static void refuseDeclarations(String text, org.jsoup.nodes.Document tidy) {
    boolean typed = tidy.childNodes().stream().anyMatch(DocumentType.class::isInstance);
    if (typed && text.contains("<!ENTITY")) {
      throw new InvalidRecord(new Problem("xml", "<!ENTITY", "must not declare entities"));
    }
  }

  private static void refuseDepth(org.jsoup.nodes.Document tidy) {
    tidy.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (depth > Xml.MAX_DEPTH) {
              throw new InvalidRecord(
                  Problem.of("xml", depth, "must be at most " + Xml.MAX_DEPTH + " elements deep"));
            }
          }
        });
  }
}
