package io.tocsin.ingest.newsml;

import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Tag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of a news item: NITF or XHTML in the item itself, else plain text or HTML as data. */
final class InlineText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "block",
          "hl1",
          "hl2",
          "h1",
          "h2",
          "h3",
          "h4",
          "li",
          "tr",
          "br",
          "pre",
          "blockquote",
          "bq",
          "dt",
          "dd");
  private static final Set<String> UNREAD =
      Set.of("script", "style", "media", "media-caption", "head", "body.head", "body.end");

  private InlineText() {}

  /** Empty where there is none, or it is in a vocabulary other than those. */
  static String body(Tag item) {
    var content = item.child("contentSet");
    var marked =
        content.stream()
            .flatMap(set -> set.children("inlineXML").stream())
            .flatMap(InlineText::main)
            .map(InlineText::lines);
    var data =
        content.stream()
            .flatMap(set -> set.children("inlineData").stream())
            .filter(inline -> inline.attribute("contenttype").orElse("text/").startsWith("text/"))
            .map(inline -> PlainText.lines(inline.text()));
    return Stream.concat(marked, data)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The headline within the text, of NITF. */
  static Optional<String> headline(Tag item) {
    return item.child("contentSet").stream()
        .flatMap(Tag::all)
        .filter(tag -> tag.name().equals("hl1"))
        .map(tag -> PlainText.line(tag.text()))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Stream<Tag> main(Tag inline) {
    var nitf = inline.all().filter(tag -> tag.name().equals("body.content")).toList();
    return nitf.isEmpty() ? inline.all().filter(tag -> tag.name().equals("body")) : nitf.stream();
  }

  private static String lines(Tag tag) {
    var text = new StringBuilder();
    write(tag.element(), text);
    return text.toString()
        .replaceAll("[ \\t\\r\\f\\u00a0]+", " ")
        .replaceAll("\\s*\\n\\s*", "\n")
        .strip();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof Element element) {
      var name = new Tag(element).name();
      if (UNREAD.contains(name)) {
        return;
      }
      var edge = BLOCKS.contains(name) ? "\n" : "";
      text.append(edge);
      for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
        write(child, text);
      }
      text.append(edge);
    } else if (node.getNodeType() == Node.TEXT_NODE
        || node.getNodeType() == Node.CDATA_SECTION_NODE) {
      text.append(node.getNodeValue().replaceAll("\\s+", " "));
    }
  }
}
