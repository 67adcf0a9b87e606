package io.tocsin.ingest.syndication;

import io.tocsin.ingest.format.Comment;
import io.tocsin.ingest.format.Excerpt;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.Languages;
import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An item of a feed of any kind, as it stands there. Each part is optional.
 *
 * @param id guid or id
 * @param link absolute
 * @param title HTML
 * @param summary HTML
 * @param content HTML, in full
 * @param attributes what else is carried along
 */
record Item(
    String id,
    String link,
    String title,
    String summary,
    String content,
    String language,
    Instant published,
    Instant updated,
    Map<String, String> attributes) {
  private static final int LONGEST_LINK = 2_048;
  private static final int LEAD = 200;

  /** What the feed calls it: its id, else its link; empty for neither. */
  String name() {
    return Stream.of(id, link)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .map(String::strip)
        .orElse("");
  }

  /** The item where others of the feed bear the same name, as with a link that all have. */
  Item namedByTitle() {
    return name().isEmpty()
        ? this
        : new Item(
            name() + " " + PlainText.line(title),
            link,
            title,
            summary,
            content,
            language,
            published,
            updated,
            attributes);
  }

  /**
   * The report, or what an authority says: a comment, or a level that it declares.
   *
   * @throws InvalidRecord where it has no text, or nobody to attribute it to
   */
  Incoming record(Feed feed, Speaker speaker, DeclaredLevels levels) {
    return speaker.authority() == null ? news(feed, speaker) : said(feed, speaker, levels);
  }

  private NewsEvent news(Feed feed, Speaker speaker) {
    var source = source(feed, speaker);
    var headline = headline();
    return new NewsEvent(
        Identity.of(source, identity(headline)),
        source,
        null,
        time(feed, speaker),
        headline,
        body(),
        Languages.tag(language == null ? feed.language() : language),
        url(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        0,
        null,
        NewsEvent.Status.USABLE,
        carried());
  }

  private OfficialStatement said(Feed feed, Speaker speaker, DeclaredLevels levels) {
    var headline = headline();
    var body = body();
    var comment =
        Comment.of(
            speaker.authority(),
            identity(headline),
            time(feed, speaker),
            body == null ? headline : headline + "\n" + body,
            url(),
            0,
            NewsEvent.Status.USABLE,
            carried());
    return levels.applied(comment, headline);
  }

  private static String source(Feed feed, Speaker speaker) {
    if (speaker.source() != null) {
      return speaker.source();
    }
    return Links.host(feed.address())
        .orElseThrow(
            () ->
                new InvalidRecord(
                    new Problem("source", "", "must be given: the feed does not say whose it is")));
  }

  private String identity(String headline) {
    return name().isEmpty() ? headline + " " + published : name();
  }

  private Instant time(Feed feed, Speaker speaker) {
    return Stream.of(published, updated, feed.updated(), speaker.received())
        .filter(time -> time != null)
        .findFirst()
        .orElseThrow();
  }

  private String headline() {
    var own = PlainText.line(title);
    if (!own.isEmpty()) {
      return Excerpt.of(own, NewsEvent.MAX_HEADLINE);
    }
    return Stream.of(summary, content)
        .map(PlainText::line)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> Excerpt.lead(text, LEAD))
        .orElseThrow(
            () -> new InvalidRecord(new Problem("headline", "", "must be there: no text at all")));
  }

  private String body() {
    var text = PlainText.lines(content == null || content.isBlank() ? summary : content);
    return text.isEmpty() ? null : Excerpt.of(text, NewsEvent.MAX_BODY);
  }

  private String url() {
    return link == null || link.length() > LONGEST_LINK ? null : link;
  }

  private Map<String, String> carried() {
    var all = new TreeMap<>(attributes);
    if (updated != null && !updated.equals(published)) {
      all.put("updated", updated.toString());
    }
    return all;
  }
}
