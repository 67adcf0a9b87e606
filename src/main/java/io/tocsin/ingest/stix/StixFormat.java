package io.tocsin.ingest.stix;

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

/** A bundle of STIX, or a single object: each report in it becomes a news event. */
public final class StixFormat implements InputFormat {
  private final ReportReader reports;

  public StixFormat(Reference reference) {
    reports = new ReportReader(reference);
  }

  @Override
  public String name() {
    return "stix";
  }

  @Override
  public String about() {
    return "OASIS STIX 2.1 bundles with reports";
  }

  @Override
  public boolean recognises(Document document) {
    return JsonStart.of(document).filter(StixFormat::isStix).isPresent();
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    var basket = new Harvest.Basket();
    try {
      var bundle = Bundle.of(StrictJson.tree(document.bytes()));
      var found = bundle.reports();
      found.forEach(
          report ->
              basket.take(
                  "object " + report.number(), () -> reports.read(report.node(), bundle, speaker)));
      if (found.isEmpty()) {
        basket.refuse(
            Refusal.DOCUMENT,
            new Problem("objects", "", "must hold a report: other objects alone are no news"));
      }
    } catch (InvalidRecord e) {
      return Harvest.refused(e);
    }
    return basket.harvest();
  }

  private static boolean isStix(JsonStart start) {
    boolean bundle =
        start.text("type").equals("bundle")
            && (start.has("objects") || start.text("id").startsWith("bundle--"));
    return bundle || start.text("id").startsWith(start.text("type") + "--") && !start.array();
  }
}
