package io.tocsin.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.StrictJson;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A web page whose scripts of type {@code application/ld+json} describe articles. */
public final class PageFormat implements InputFormat {
  private static final int PEEK = 4_096;
  private static final Pattern HTML =
      Pattern.compile("<(!doctype\\s+html|html|head|body|meta|script|title|div|article)[\\s>/]");
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(<!--.*?-->\\s*|<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)", Pattern.DOTALL);
  private static final Pattern WRAPPED =
      Pattern.compile("(-->|//\\s*+\\]\\]>|\\]\\]>)\\s*+;?\\s*+$");

  private final Articles articles;

  public PageFormat(Reference reference) {
    articles = new Articles(reference);
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String about() {
    return "web pages with schema.org NewsArticle in JSON-LD";
  }

  @Override
  public boolean recognises(Document document) {
    var bytes = document.bytes();
    var start =
        new String(bytes, 0, Math.min(bytes.length, PEEK), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT)
            .replace("\0", "")
            .replaceFirst("^(\\u00ef\\u00bb\\u00bf|\\u00ff\\u00fe|\\u00fe\\u00ff)", "")
            .stripLeading();
    return start.startsWith("<") && !start.startsWith("<?xml") && HTML.matcher(start).find()
        || start.startsWith("<?xml") && start.contains("<html");
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    var page = parsed(document);
    var basket = new Harvest.Basket();
    var graph = new Graph();
    int number = 0;
    for (var script : page.select("script[type]")) {
      if (isLinkedData(script)) {
        var where = "script " + ++number;
        try {
          graph.add(where, script(script.data()));
        } catch (InvalidRecord e) {
          basket.refuse(where, e);
        }
      }
    }
    var language = page.select("html[lang]").attr("lang");
    articles.read(graph, new Setting(speaker, language, address(page, document)), basket);
    if (graph.articles().isEmpty()) {
      basket.refuse(
          Refusal.DOCUMENT, new Problem("article", "", "must be described in JSON-LD by a script"));
    }
    return basket.harvest();
  }

  private static org.jsoup.nodes.Document parsed(Document document) {
    try {
      var base = document.name().startsWith("http") ? document.name() : "";
      return Jsoup.parse(new ByteArrayInputStream(document.bytes()), null, base);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private static boolean isLinkedData(Element script) {
    var type = script.attr("type").toLowerCase(Locale.ROOT).strip();
    return type.equals("application/ld+json") || type.startsWith("application/ld+json;");
  }

  /** Where the page itself says it lies, else where it was fetched. */
  private static String address(org.jsoup.nodes.Document page, Document document) {
    var canonical = page.select("link[rel=canonical]").attr("abs:href");
    return canonical.isEmpty() ? document.name() : canonical;
  }

  private static JsonNode script(String text) {
    var inner = WRAPPED.matcher(WRAPPING.matcher(text).replaceFirst("")).replaceFirst("");
    return StrictJson.script(inner);
  }
}
