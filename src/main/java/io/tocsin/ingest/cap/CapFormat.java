package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Decoding;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.Tag;
import io.tocsin.ingest.format.Xml;
import io.tocsin.ingest.format.XmlRoot;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Common Alerting Protocol of OASIS, alone or embedded in a feed or an EDXL-DE distribution. An
 * authority's alerts are statements, those of others are news. A signature in an alert is not
 * looked at here: whoever names the speaker has done that.
 */
public final class CapFormat implements InputFormat {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:";
  private static final String NAMESPACE_10 = "http://www.incident.com/cap/1.0";
  private static final Set<String> WRAPPERS = Set.of("EDXLDistribution", "feed", "rss");

  private final Whereabouts whereabouts;

  public CapFormat(Reference reference) {
    this.whereabouts = new Whereabouts(reference.regions());
  }

  @Override
  public String name() {
    return "cap";
  }

  @Override
  public String about() {
    return "OASIS CAP 1.0 to 1.2, alone, in a feed or in EDXL-DE: a record an alert";
  }

  @Override
  public boolean recognises(Document document) {
    var root = XmlRoot.of(document).map(XmlRoot::name).orElse("");
    return root.equals("alert")
        || WRAPPERS.contains(root)
            && XmlRoot.mentions(document, NAMESPACE)
            && (XmlRoot.mentions(document, "<alert") || XmlRoot.mentions(document, ":alert"));
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    try {
      var root = Xml.tree(Decoding.text(document).stripLeading()).getDocumentElement();
      var alerts = alerts(new Tag(root)).toList();
      if (alerts.isEmpty()) {
        return Harvest.refused(
            Problem.of("alert", new Tag(root).name(), "must be there, in a namespace of CAP"));
      }
      var basket = new Harvest.Basket();
      for (int i = 0; i < alerts.size(); i++) {
        var alert = alerts.get(i);
        var where = alerts.size() == 1 ? Refusal.DOCUMENT : "alert " + (i + 1);
        basket.takeAll(where, () -> records(Alert.of(alert), speaker));
      }
      return basket.harvest();
    } catch (InvalidRecord e) {
      return new Harvest(List.of(), List.of(Refusal.of(Refusal.DOCUMENT, e)));
    }
  }

  private List<? extends Incoming> records(Alert alert, Speaker speaker) {
    if (alert.areas().stream().anyMatch(Area::isOurs)) {
      throw new InvalidRecord(
          Problem.of(
              "geocode", Area.OURS, "must not be there: a level that was worked out is no news"));
    }
    if (!alert.status().equalsIgnoreCase("Actual")) {
      throw new InvalidRecord(
          Problem.of("status", alert.status(), "must be Actual: nothing else is meant to count"));
    }
    return speaker.authority() == null
        ? new ReportedAlert(alert, speaker, whereabouts).records()
        : new OfficialAlert(alert, speaker, whereabouts).records();
  }

  private static Stream<Tag> alerts(Tag tag) {
    boolean isAlert =
        tag.name().equals("alert")
            && (tag.namespace().startsWith(NAMESPACE) || tag.namespace().equals(NAMESPACE_10));
    return isAlert ? Stream.of(tag) : tag.children().stream().flatMap(CapFormat::alerts);
  }
}
