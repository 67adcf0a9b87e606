package io.tocsin.ingest.syndication;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.tocsin.ingest.format.Decoding;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.XmlRoot;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** RSS and Atom in all their versions, read by Rome. */
public final class SyndicationFormat implements InputFormat {
  private final String name;
  private final String about;
  private final Set<String> roots;
  private final DeclaredLevels levels;

  private SyndicationFormat(String name, String about, Set<String> roots, Reference reference) {
    this.levels = new DeclaredLevels(reference);
    this.name = name;
    this.about = about;
    this.roots = roots;
  }

  public static SyndicationFormat rss(Reference reference) {
    return new SyndicationFormat(
        "rss", "RSS 0.90 to 2.0: a record an item", Set.of("rss", "RDF"), reference);
  }

  public static SyndicationFormat atom(Reference reference) {
    return new SyndicationFormat(
        "atom", "Atom 0.3 and 1.0: a record an entry", Set.of("feed", "entry"), reference);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String about() {
    return about;
  }

  @Override
  public boolean recognises(Document document) {
    return XmlRoot.of(document).map(root -> roots.contains(root.name())).orElse(false);
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    try {
      var tree = FeedTree.of(Decoding.text(document));
      FeedRepair.repair(tree);
      var read = parsed(tree);
      var feed = RomeItems.feed(read, document, FeedRepair.language(tree));
      return Items.harvest(feed, RomeItems.items(read, feed), speaker, levels);
    } catch (InvalidRecord e) {
      return new Harvest(List.of(), List.of(Refusal.of(Refusal.DOCUMENT, e)));
    }
  }

  private static SyndFeed parsed(org.w3c.dom.Document tree) {
    try {
      return new SyndFeedInput(false, Locale.ENGLISH).build(tree);
    } catch (FeedException | IllegalArgumentException e) {
      throw new InvalidRecord(
          Problem.of(
              "feed",
              FeedRepair.name(tree.getDocumentElement()),
              "must be RSS or Atom: " + why(e)));
    }
  }

  private static String why(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
