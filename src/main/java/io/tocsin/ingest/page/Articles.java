package io.tocsin.ingest.page;

import io.tocsin.ingest.format.Dates;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Places;
import io.tocsin.ingest.format.PlainText;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes news events of articles, and of each update of a live blog. */
final class Articles {
  private static final Set<String> NO_REPORTS =
      Set.of("OpinionNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle");
  private static final Set<String> GONE = Set.of("retracted", "withdrawn", "deleted", "removed");
  private static final int MOST_UPDATES = 1_000;

  private final Publishers publishers;
  private final ContentPlaces places;

  Articles(Reference reference) {
    publishers = new Publishers(reference.sources());
    places = new ContentPlaces(new Places(reference.regions()));
  }

  /** Puts what the articles of a document give, or why they give nothing, into the basket. */
  void read(Graph graph, Setting setting, Harvest.Basket basket) {
    graph.articles().forEach(article -> read(article, setting, basket));
    if (graph.leftOut() > 0) {
      var rule = "is more than are read of one document";
      basket.refuse(Refusal.DOCUMENT, Problem.of("articles", graph.leftOut(), rule));
    }
  }

  /** Puts what an article gives, or why it gives nothing, into the basket. */
  private void read(Graph.Found article, Setting setting, Harvest.Basket basket) {
    var node = article.node();
    basket.take(article.where(), () -> event(node, setting));
    var updates = node.nodes("liveBlogUpdate", MOST_UPDATES + 1);
    if (!updates.isEmpty()) {
      updates(node, updates, article.where(), setting, basket);
    }
  }

  private void updates(
      Node node, List<Node> updates, String where, Setting setting, Harvest.Basket basket) {
    try {
      var blog =
          new Blog(
              source(node, setting),
              own(node, setting),
              node.address("url", "mainEntityOfPage", "@id"),
              places.of(node));
      int number = 0;
      for (var update : updates.subList(0, Math.min(updates.size(), MOST_UPDATES))) {
        basket.take(where + ", update " + ++number, () -> update(blog, update, setting));
      }
    } catch (InvalidRecord e) {
      basket.refuse(where + ", updates", e);
    }
    if (updates.size() > MOST_UPDATES) {
      var rule = "must be at most " + MOST_UPDATES + ": the others were left out";
      basket.refuse(where, new Problem("liveBlogUpdate", "", rule));
    }
  }

  private Incoming event(Node node, Setting setting) {
    var source = source(node, setting);
    var published = time(node, "datePublished", "dateCreated", "coverageStartTime");
    var draft = new NewsDraft(id(source, node, setting), source, published.orElse(setting));
    return filled(draft, node, setting)
        .regions(places.of(node))
        .url(node.address("url", "mainEntityOfPage", "@id"))
        .revised(null, time(node, "dateModified").orNull())
        .record(setting.speaker(), own(node, setting));
  }

  private Incoming update(Blog blog, Node update, Setting setting) {
    var published = time(update, "datePublished", "dateModified");
    if (published.isMissing()) {
      throw new InvalidRecord(new Problem("datePublished", "", "must be given with an update"));
    }
    var own = update.address("@id", "url", "identifier");
    var id = own == null ? blog.own() + "#" + published.orNull() : own;
    var regions = places.of(update);
    var draft = new NewsDraft(Identity.of(blog.source(), id), blog.source(), published.orNull());
    return filled(draft, update, setting)
        .regions(regions.isEmpty() ? blog.regions() : regions)
        .url(own == null ? blog.url() : own)
        .story(Identity.of(blog.source(), blog.own()))
        .revised(null, time(update, "dateModified").orNull())
        .record(setting.speaker(), id);
  }

  /** What a live blog's updates have of it. */
  private record Blog(String source, String own, String url, List<String> regions) {}

  private NewsDraft filled(NewsDraft draft, Node node, Setting setting) {
    var kind = node.types().isEmpty() ? null : node.types().get(0);
    var status = node.text("creativeWorkStatus");
    boolean gone = status != null && GONE.contains(status.strip().toLowerCase(Locale.ROOT));
    var language = node.text("inLanguage");
    return (gone ? draft.retracted() : draft)
        .headline(
            line(node, "headline"),
            line(node, "name", "alternativeHeadline"),
            line(node, "description"))
        .body(PlainText.lines(node.text("articleBody", "text", "description")))
        .language(language == null ? setting.language() : language)
        .category(node.types().stream().anyMatch(NO_REPORTS::contains) ? Category.BACKGROUND : null)
        .attribute("type", kind)
        .attribute("publisher", node.text("publisher"))
        .attribute("section", node.text("articleSection"))
        .attribute("dateline", node.text("dateline"))
        .attribute("correction", node.text("correction"))
        .attribute("place", node.text("contentLocation", "spatialCoverage"));
  }

  private String source(Node node, Setting setting) {
    var name = node.text("publisher", "sourceOrganization");
    var address = node.address("url", "mainEntityOfPage", "@id");
    boolean web = address != null && address.matches("(?i)https?://.*");
    return publishers.of(setting.speaker(), name, web ? address : setting.address());
  }

  private static String id(String source, Node node, Setting setting) {
    return Identity.of(source, own(node, setting));
  }

  /** What an article is called by itself, else where it was found. */
  private static String own(Node node, Setting setting) {
    var own = node.address("@id", "url", "mainEntityOfPage", "identifier");
    return own == null ? setting.address() : own;
  }

  private static String line(Node node, String... properties) {
    var text = node.text(properties);
    return text == null ? null : PlainText.line(text);
  }

  private static Moment time(Node node, String... properties) {
    for (var property : properties) {
      var text = node.text(property);
      if (text != null) {
        return Dates.parse(text)
            .map(Moment::new)
            .orElseThrow(
                () ->
                    new InvalidRecord(
                        Problem.of(property, text, "must be a date and time of ISO 8601")));
      }
    }
    return new Moment(null);
  }

  /** A time that may be missing. */
  private record Moment(Instant orNull) {
    boolean isMissing() {
      return orNull == null;
    }

    Instant orElse(Setting setting) {
      return orNull == null ? setting.speaker().received() : orNull;
    }
  }
}
