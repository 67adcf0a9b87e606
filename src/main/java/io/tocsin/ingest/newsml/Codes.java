package io.tocsin.ingest.newsml;

import io.tocsin.ingest.format.Tag;
import io.tocsin.reference.Regions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of an item: carried along, and taken for regions where they are ISO's. */
final class Codes {
  private static final String ISO = "iso3166";

  private final Tag item;
  private final Tag meta;
  private final Tag content;

  Codes(Tag item, Tag meta, Tag content) {
    this.item = item;
    this.meta = meta;
    this.content = content;
  }

  /** What a QCode says behind its scheme; a URI's last part. */
  static String code(Tag tag) {
    return tag.attribute("qcode")
        .map(qcode -> qcode.substring(qcode.indexOf(':') + 1))
        .or(() -> tag.attribute("uri").map(uri -> uri.substring(uri.lastIndexOf('/') + 1)))
        .orElse("");
  }

  /** Where the news is about: a dateline's place is only where it was written. */
  List<String> regions(Regions known) {
    return content.children("subject").stream()
        .flatMap(subject -> Stream.concat(Stream.of(subject), subject.children("sameAs").stream()))
        .flatMap(tag -> tag.attribute("qcode").stream())
        .filter(qcode -> qcode.toLowerCase(Locale.ROOT).startsWith(ISO))
        .map(qcode -> qcode.substring(qcode.indexOf(':') + 1).toUpperCase(Locale.ROOT))
        .filter(known::has)
        .distinct()
        .toList();
  }

  Map<String, String> attributes() {
    var all = new TreeMap<String, String>();
    put(all, "version", item.attribute("version").orElse(""));
    put(all, "itemClass", meta.child("itemClass").map(Codes::reference).orElse(""));
    put(all, "signal", references(meta, "signal"));
    put(all, "edNote", String.join("\n", meta.texts("edNote")));
    put(all, "located", references(content, "located"));
    put(all, "subject", references(content, "subject"));
    put(all, "slugline", content.text("slugline").orElse(""));
    put(all, "dateline", content.text("dateline").orElse(""));
    put(all, "by", content.text("by").orElse(""));
    return all;
  }

  private static String references(Tag tag, String children) {
    return tag.children(children).stream()
        .map(Codes::reference)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String reference(Tag tag) {
    return tag.attribute("qcode")
        .or(() -> tag.attribute("uri"))
        .or(() -> tag.attribute("literal"))
        .orElse("");
  }

  private static void put(Map<String, String> all, String name, String value) {
    if (!value.isBlank()) {
      all.put("newsml." + name, value);
    }
  }
}
