package io.tocsin.ingest.newsml;

import io.tocsin.ingest.format.Decoding;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.Tag;
import io.tocsin.ingest.format.Xml;
import io.tocsin.ingest.format.XmlRoot;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Regions;
import java.util.List;
import java.util.Set;

/** NewsML-G2 of the IPTC: a news item, or a message with several. */
public final class NewsMlFormat implements InputFormat {
  private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
  private static final String NEWS = "newsItem";
  private static final String MESSAGE = "newsMessage";

  /** Items about the news rather than news. */
  private static final Set<String> OTHERS =
      Set.of("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private final Regions regions;

  public NewsMlFormat(Reference reference) {
    this.regions = reference.regions();
  }

  @Override
  public String name() {
    return "newsml-g2";
  }

  @Override
  public String about() {
    return "IPTC NewsML-G2: a record a news item, alone or in a news message";
  }

  @Override
  public boolean recognises(Document document) {
    return XmlRoot.of(document)
        .filter(root -> isItem(root.name()) || root.name().equals(MESSAGE))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    try {
      var tree = Xml.tree(Decoding.text(document).stripLeading());
      return harvest(new Tag(tree.getDocumentElement()), speaker);
    } catch (InvalidRecord e) {
      return new Harvest(List.of(), List.of(Refusal.of(Refusal.DOCUMENT, e)));
    }
  }

  private Harvest harvest(Tag root, Speaker speaker) {
    if (!root.namespace().equals(NAMESPACE)) {
      return Harvest.refused(Problem.of("namespace", root.namespace(), "must be " + NAMESPACE));
    }
    var items = root.all().filter(tag -> isItem(tag.name())).toList();
    if (items.isEmpty()) {
      return Harvest.refused(Problem.of("item", root.name(), "must hold a news item"));
    }
    var basket = new Harvest.Basket();
    int number = 0;
    for (var item : items) {
      number++;
      var where = items.size() == 1 ? Refusal.DOCUMENT : "item " + number;
      if (item.name().equals(NEWS)) {
        basket.take(where, () -> new NewsItem(item, speaker, regions).record());
      } else {
        basket.refuse(
            where, Problem.of("item", item.name(), "must be a newsItem: others report no news"));
      }
    }
    return basket.harvest();
  }

  private static boolean isItem(String name) {
    return name.equals(NEWS) || OTHERS.contains(name);
  }
}
