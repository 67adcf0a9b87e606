package io.tocsin.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads corpora of labelled place names: GeoVirus (M. Gritta and others, "Which Melbourne?", ACL
 * 2018) and those in the form of the Local-Global Lexicon (M. Lieberman and others, ICDE 2010), as
 * TR-News is.
 */
final class GeoparsingCorpus {
  /** GeoVirus counts characters from one, the others from zero. */
  private static final Map<String, Integer> FIRST = Map.of("location", 1, "toponym", 0);

  private final Path file;
  private final List<Article> articles = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private final Map<String, String> parts = new HashMap<>();
  private List<Article.Toponym> toponyms = new ArrayList<>();
  private String id;
  private String text;

  private GeoparsingCorpus(Path file) {
    this.file = file;
  }

  /** Whether a file is of this kind: its root says so. */
  static boolean isOne(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var reader = factory().createXMLStreamReader(in);
      return reader.nextTag() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("articles");
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /**
   * The articles of a file, in its order.
   *
   * <p>A label that lies behind the end of its text, as one of TR-News does, is kept: nobody can
   * find it.
   *
   * @throws BadCorpus where it is not XML, or not of one of these forms
   * @throws IOException where it cannot be read
   */
  static List<Article> read(Path file) throws IOException {
    var corpus = new GeoparsingCorpus(file);
    try (var in = Files.newInputStream(file)) {
      corpus.parse(in);
    } catch (XMLStreamException e) {
      throw new BadCorpus(file, "is not well-formed XML: " + e.getMessage(), e);
    }
    return List.copyOf(corpus.articles);
  }

  private void parse(InputStream in) throws XMLStreamException {
    var reader = factory().createXMLStreamReader(in);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> open(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            said.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> close(reader.getLocalName());
        default -> {}
      }
    }
  }

  /** Without document types and what they can draw in. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void open(XMLStreamReader reader) {
    said.setLength(0);
    switch (reader.getLocalName()) {
      case "article" -> {
        id = reader.getAttributeValue(null, "docid");
        text = null;
        toponyms = new ArrayList<>();
      }
      case "location", "toponym" -> parts.clear();
      default -> {}
    }
  }

  private void close(String element) {
    switch (element) {
      case "text" -> text = said.toString();
      case "source" -> id = id == null ? said.toString().strip() : id;
      case "start", "end", "lat", "lon" -> parts.put(element, said.toString().strip());
      case "location", "toponym" -> toponym(FIRST.get(element));
      case "article" -> article();
      default -> {}
    }
    said.setLength(0);
  }

  /** Labels without a place, as some corpora have, are left out, as their makers do. */
  private void toponym(int first) {
    if (parts.containsKey("lat") && parts.containsKey("lon")) {
      toponyms.add(
          new Article.Toponym(
              whole("start") - first, whole("end") - first, degrees("lat"), degrees("lon")));
    }
  }

  private int whole(String part) {
    try {
      return Integer.parseInt(parts.getOrDefault(part, ""));
    } catch (NumberFormatException e) {
      throw new BadCorpus(file, part + " must be a whole number, not '" + parts.get(part) + "'", e);
    }
  }

  private double degrees(String part) {
    try {
      return Double.parseDouble(parts.get(part));
    } catch (NumberFormatException e) {
      throw new BadCorpus(file, part + " must be a number, not '" + parts.get(part) + "'", e);
    }
  }

  private void article() {
    if (text == null || id == null) {
      throw new BadCorpus(file, "article " + (articles.size() + 1) + " must have an id and a text");
    }
    for (var toponym : toponyms) {
      if (toponym.start() < 0 || toponym.start() > toponym.end()) {
        throw new BadCorpus(
            file, "article " + id + ": " + toponym + " must not end before it begins");
      }
    }
    toponyms.sort(Comparator.comparingInt(Article.Toponym::start));
    articles.add(new Article(id, text, toponyms));
  }
}
