package io.tocsin.deliver.cap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Messages as an Atom feed (RFC 4287) in pages (RFC 5005, section 3), as OASIS advises in "Example
 * Practices: CAP Feeds": each entry leads to its message.
 */
public final class AtomWriter {
  public static final String MEDIA_TYPE = "application/atom+xml";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final CapWriter writer;

  public AtomWriter(CapWriter writer) {
    this.writer = writer;
  }

  /**
   * One page.
   *
   * @param base the address of the server, without a slash at its end
   * @param self of this page, from the root
   * @param next optional: of the page with what is older, from the root
   * @param messages latest first
   */
  public record Page(String base, String self, String next, List<Message> messages) {
    /** Where the feed begins, from the root. */
    public static final String FEED = "/cap/alerts.atom";

    public Page {
      messages = List.copyOf(messages);
    }

    /** When it last changed: when the latest of its messages was sent. */
    Instant updated() {
      return messages.stream()
          .map(Message::sent)
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
    }

    /** Where a message is, from the root. */
    public static String path(Message message) {
      return "/cap/alerts/" + message.id() + ".xml";
    }
  }

  /** The page, in UTF-8. */
  public byte[] write(Page page) {
    var document = Documents.empty();
    var feed =
        Element.root(document, NAMESPACE, "feed")
            .text("id", id())
            .text("title", "Threat level changes")
            .text("updated", page.updated().toString());
    feed.child("author").text("name", writer.profile().sender());
    feed.text("generator", "Tocsin");
    link(feed, "self", AtomWriter.MEDIA_TYPE, page.base() + page.self());
    link(feed, "first", AtomWriter.MEDIA_TYPE, page.base() + Page.FEED);
    if (page.next() != null) {
      link(feed, "next", AtomWriter.MEDIA_TYPE, page.base() + page.next());
    }
    page.messages().forEach(message -> entry(message, page, feed.child("entry")));
    return Documents.bytes(document);
  }

  /** The same at whatever address the feed is read, and after every restart. */
  private String id() {
    var name = Page.FEED + " of " + writer.profile().sender();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void entry(Message message, Page page, Element entry) {
    var change = message.change();
    entry
        .text("id", "urn:uuid:" + message.id())
        .text("title", writer.headline(message))
        .text("updated", message.sent().toString())
        .text("published", message.sent().toString());
    entry
        .child("category")
        .attribute("term", message.kind().word())
        .attribute("scheme", "urn:oasis:names:tc:emergency:cap:1.2:msgType");
    entry.child("category").attribute("term", change.level().name());
    link(entry, "alternate", CapWriter.MEDIA_TYPE, page.base() + Page.path(message));
    entry.text("summary", writer.description(message));
  }

  private static void link(Element to, String relation, String type, String address) {
    to.child("link").attribute("rel", relation).attribute("type", type).attribute("href", address);
  }
}
