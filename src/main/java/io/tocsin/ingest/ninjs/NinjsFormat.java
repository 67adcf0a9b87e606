package io.tocsin.ingest.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.JsonStart;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.StrictJson;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;

/** One item of ninjs, or an array of them. */
public final class NinjsFormat implements InputFormat {
  private static final String[] OTHERS = {"@context", "@type", "id", "feed_url", "objects"};

  private final ItemReader items;

  public NinjsFormat(Reference reference) {
    items = new ItemReader(reference);
  }

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public String about() {
    return "IPTC ninjs 1.0 to 3.1: one item, or an array of items";
  }

  /** Nothing but {@code uri} is required of an item, and no other format has it. */
  @Override
  public boolean recognises(Document document) {
    return JsonStart.of(document)
        .filter(start -> start.texts().containsKey("uri") && !start.has(OTHERS))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    var basket = new Harvest.Basket();
    try {
      var tree = StrictJson.tree(document.bytes());
      int size = tree.isArray() ? tree.size() : 1;
      for (int i = 0; i < size; i++) {
        JsonNode item = tree.isArray() ? tree.get(i) : tree;
        var where = tree.isArray() ? "item " + (i + 1) : Refusal.DOCUMENT;
        if (item.isObject()) {
          basket.take(where, () -> items.read(item, speaker));
        } else {
          basket.refuse(where, new Problem("item", "", "must be an object"));
        }
      }
    } catch (InvalidRecord e) {
      return Harvest.refused(e);
    }
    return basket.harvest();
  }
}
