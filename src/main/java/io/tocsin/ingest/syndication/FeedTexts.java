package io.tocsin.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** Texts of a feed that are not written as its version has it. */
final class FeedTexts {
  private static final Set<String> TEXTS =
      Set.of("title", "description", "summary", "content", "encoded");

  private FeedTexts() {}

  /** Changes an element in place. */
  static void repair(Element element) {
    if (!TEXTS.contains(FeedRepair.name(element))) {
      return;
    }
    if (isEncoded(element)) {
      decode(element);
    } else if (element.getElementsByTagName("*").getLength() > 0 && !isXml(element)) {
      escape(element);
    }
  }

  /** HTML that its writer forgot to escape. */
  private static void escape(Element element) {
    var markup = new StringBuilder();
    Markup.write(element, markup);
    element.setTextContent(markup.toString());
    if (element.hasAttribute("type")) {
      element.setAttribute("type", "html");
    }
  }

  /** Base64 is what Atom calls for where a type is neither text nor XML (RFC 4287, 4.1.3.3). */
  private static void decode(Element element) {
    try {
      var bytes = Base64.getMimeDecoder().decode(element.getTextContent().strip());
      element.setTextContent(new String(bytes, StandardCharsets.UTF_8));
      element.setAttribute("type", "html");
      element.removeAttribute("mode");
    } catch (IllegalArgumentException e) {
      // then it is the text that it seems to be
    }
  }

  private static boolean isEncoded(Element element) {
    var type = element.getAttribute("type").toLowerCase(Locale.ROOT);
    return element.getAttribute("mode").equals("base64")
        || type.startsWith("application/") && !isXml(element) && !type.endsWith("json");
  }

  private static boolean isXml(Element element) {
    var type = element.getAttribute("type");
    return type.equals("xhtml") || type.contains("xml");
  }
}
