package io.tocsin.ingest.syndication;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.tocsin.ingest.format.Document;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Rome read, as feed and items. */
final class RomeItems {
  private RomeItems() {}

  static Feed feed(SyndFeed feed, Document document, String language) {
    return new Feed(
        Links.absolute(feed.getLink(), document.name())
            .or(() -> Links.absolute(document.name(), null))
            .orElse(null),
        feed.getLanguage() == null ? language : feed.getLanguage(),
        instant(feed.getPublishedDate()));
  }

  static List<Item> items(SyndFeed source, Feed feed) {
    return source.getEntries().stream().map(entry -> item(entry, feed)).toList();
  }

  private static Item item(SyndEntry entry, Feed feed) {
    var link = Links.absolute(entry.getLink(), feed.address()).orElse(null);
    return new Item(
        id(entry, link),
        link,
        title(entry),
        entry.getDescription() == null ? null : html(entry.getDescription()),
        content(entry),
        entry.getModule(DCModule.URI) instanceof DCModule dc ? dc.getLanguage() : null,
        instant(entry.getPublishedDate()),
        instant(entry.getUpdatedDate()),
        attributes(entry));
  }

  /** Rome gives the link for an id where there is none, as it stands: relative, maybe. */
  private static String id(SyndEntry entry, String link) {
    var id = entry.getUri();
    return link != null && id != null && id.equals(entry.getLink()) ? link : id;
  }

  private static String title(SyndEntry entry) {
    return entry.getTitleEx() == null ? entry.getTitle() : html(entry.getTitleEx());
  }

  /** The longest of several: others are teasers, or media. */
  private static String content(SyndEntry entry) {
    return entry.getContents().stream()
        .filter(content -> content.getValue() != null)
        .max(Comparator.comparingInt(content -> content.getValue().length()))
        .map(RomeItems::html)
        .orElse(null);
  }

  /** Atom says where a text is not HTML; RSS never does. */
  private static String html(SyndContent content) {
    var text = content.getValue();
    return text != null && "text".equals(content.getType())
        ? text.replace("&", "&amp;").replace("<", "&lt;")
        : text;
  }

  private static Map<String, String> attributes(SyndEntry entry) {
    var attributes = new LinkedHashMap<String, String>();
    var categories =
        entry.getCategories().stream()
            .map(SyndCategory::getName)
            .filter(name -> name != null && !name.isBlank())
            .map(String::strip)
            .distinct()
            .collect(Collectors.joining("; "));
    put(attributes, "categories", categories);
    put(attributes, "author", entry.getAuthor());
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, String value) {
    if (value != null && !value.isBlank()) {
      attributes.put(name, value.strip());
    }
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
