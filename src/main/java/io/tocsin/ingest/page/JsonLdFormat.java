package io.tocsin.ingest.page;

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

/** Articles of schema.org in a file of JSON-LD. */
public final class JsonLdFormat implements InputFormat {
  private final Articles articles;

  public JsonLdFormat(Reference reference) {
    articles = new Articles(reference);
  }

  @Override
  public String name() {
    return "json-ld";
  }

  @Override
  public String about() {
    return "schema.org NewsArticle in a file of JSON-LD";
  }

  @Override
  public boolean recognises(Document document) {
    return JsonStart.of(document)
        .filter(start -> start.has("@context", "@type", "@graph"))
        .isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    var basket = new Harvest.Basket();
    var graph = new Graph();
    try {
      graph.add(Refusal.DOCUMENT, StrictJson.tree(document.bytes()));
    } catch (InvalidRecord e) {
      return Harvest.refused(e);
    }
    if (graph.articles().isEmpty()) {
      basket.refuse(
          Refusal.DOCUMENT,
          Problem.of("@type", graph.types(), "must be NewsArticle, or a kind of article like it"));
    }
    articles.read(graph, new Setting(speaker, null, document.name()), basket);
    return basket.harvest();
  }
}
