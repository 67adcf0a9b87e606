package io.tocsin.ingest.syndication;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.ingest.format.Dates;
import io.tocsin.ingest.format.Decoding;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.XmlRoot;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
public final class JsonFeedFormat implements InputFormat {
  private static final String VERSION = "jsonfeed.org/version/";
  private static final String ESCAPED = "jsonfeed.org\\/version\\/";
  private static final int PEEK = 64;
  private static final int DEEPEST = 100;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private final DeclaredLevels levels;

  public JsonFeedFormat(Reference reference) {
    this.levels = new DeclaredLevels(reference);
  }

  @Override
  public String name() {
    return "jsonfeed";
  }

  @Override
  public String about() {
    return "JSON Feed 1.0 and 1.1: a record an item";
  }

  @Override
  public boolean recognises(Document document) {
    var start =
        new Document(
            "", null, Arrays.copyOf(document.bytes(), Math.min(PEEK, document.bytes().length)));
    return Decoding.text(start).stripLeading().startsWith("{")
        && (XmlRoot.mentions(document, VERSION) || XmlRoot.mentions(document, ESCAPED));
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    try {
      var root = mapper.readTree(Decoding.text(document));
      if (!root.path("version").asText().contains(VERSION) || !root.path("items").isArray()) {
        return Harvest.refused(
            Problem.of(
                "version",
                root.path("version").asText(),
                "must be that of a JSON Feed with items"));
      }
      var feed = feed(root, document);
      var items = new ArrayList<Item>();
      root.path("items").forEach(item -> items.add(item(item, feed)));
      return Items.harvest(feed, items, speaker, levels);
    } catch (JsonProcessingException e) {
      return Harvest.refused(
          new Problem("json", "", "must be well-formed: " + e.getOriginalMessage()));
    }
  }

  private static Feed feed(JsonNode root, Document document) {
    return new Feed(
        Links.absolute(text(root, "home_page_url"), null)
            .or(() -> Links.absolute(text(root, "feed_url"), null))
            .or(() -> Links.absolute(document.name(), null))
            .orElse(null),
        text(root, "language"),
        null);
  }

  private static Item item(JsonNode item, Feed feed) {
    var html = text(item, "content_html");
    return new Item(
        text(item, "id"),
        Links.absolute(text(item, "url"), feed.address())
            .or(() -> Links.absolute(text(item, "external_url"), feed.address()))
            .orElse(null),
        escaped(text(item, "title")),
        escaped(text(item, "summary")),
        html == null ? escaped(text(item, "content_text")) : html,
        text(item, "language"),
        Dates.parse(text(item, "date_published")).orElse(null),
        Dates.parse(text(item, "date_modified")).orElse(null),
        attributes(item));
  }

  private static Map<String, String> attributes(JsonNode item) {
    var attributes = new LinkedHashMap<String, String>();
    var tags =
        StreamSupport.stream(item.path("tags").spliterator(), false)
            .map(JsonNode::asText)
            .distinct()
            .collect(Collectors.joining("; "));
    var authors =
        List.of(item.path("author"), item.path("authors").path(0)).stream()
            .map(author -> author.path("name").asText())
            .filter(name -> !name.isBlank())
            .findFirst();
    if (!tags.isEmpty()) {
      attributes.put("categories", tags);
    }
    authors.ifPresent(name -> attributes.put("author", name));
    return attributes;
  }

  /** Numbers are taken for texts: version 1.0 allows them as ids. */
  private static String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static String escaped(String text) {
    return text == null ? null : text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
