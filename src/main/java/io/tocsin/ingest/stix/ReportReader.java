package io.tocsin.ingest.stix;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.format.Address;
import io.tocsin.ingest.format.Catalogue;
import io.tocsin.ingest.format.Fields;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.NewsDraft;
import io.tocsin.ingest.format.Places;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes a news event of a report and of what it refers to. */
final class ReportReader {
  private static final Set<String> ACTORS = Set.of("threat-actor", "intrusion-set", "campaign");
  private static final String PERSON = "individual";

  private final Publishers publishers;
  private final Catalogue catalogue;
  private final Places places;

  ReportReader(Reference reference) {
    publishers = new Publishers(reference.sources());
    catalogue = new Catalogue(reference.entities());
    places = new Places(reference.regions());
  }

  /**
   * @throws io.tocsin.model.InvalidRecord with all that is wrong with the report
   */
  Incoming read(JsonNode node, Bundle bundle, Speaker speaker) {
    var report = new Fields(node);
    var id = report.text("id");
    if (id == null || !id.startsWith("report--")) {
      report.refuse("id", id, "must begin with report--");
    }
    var published = report.time("published", "created");
    if (published == null) {
      report.refuse("published", null, "must be given");
    }
    var created = report.time("created");
    var modified = report.time("modified");
    var name = report.text("name");
    if (name == null || name.isBlank()) {
      report.refuse("name", null, "must be given");
    }
    report.check();
    var actors = actors(node, bundle);
    var source = publishers.of(speaker, author(report, bundle), reference(report));
    boolean changed = created != null && modified != null && modified.isAfter(created);
    var draft =
        new NewsDraft(Identity.of(source, id), source, published)
            .headline(name)
            .body(report.text("description"))
            .language(report.text("lang"))
            .url(reference(report))
            .entities(catalogue.named(actors))
            .regions(regions(node, bundle))
            .revised(null, changed ? modified : null)
            .attribute("actors", String.join("; ", actors))
            .attribute("reportTypes", String.join("; ", report.texts("report_types", "labels")))
            .attribute("confidence", node.path("confidence").asText());
    return (node.path("revoked").asBoolean() ? draft.retracted() : draft).record(speaker, id);
  }

  private static String author(Fields report, Bundle bundle) {
    var author = report.text("created_by_ref");
    return author == null
        ? null
        : bundle.find(author).map(identity -> identity.path("name").asText()).orElse(null);
  }

  private static String reference(Fields report) {
    return report.objects("external_references").stream()
        .map(reference -> reference.text("url"))
        .filter(url -> url != null)
        .findFirst()
        .orElse(null);
  }

  /** Names and aliases of groups; those of persons are left out. */
  private static List<String> actors(JsonNode report, Bundle bundle) {
    var names = new LinkedHashSet<String>();
    for (var id : bundle.subjects(report)) {
      var actor = bundle.find(id).filter(o -> ACTORS.contains(o.path("type").asText()));
      actor
          .filter(o -> !o.path("resource_level").asText().equals(PERSON))
          .ifPresent(
              o -> {
                names.add(o.path("name").asText());
                o.path("aliases").forEach(alias -> names.add(alias.asText()));
              });
    }
    names.remove("");
    return List.copyOf(names);
  }

  private List<String> regions(JsonNode report, Bundle bundle) {
    var regions = new ArrayList<String>();
    for (var id : bundle.subjects(report)) {
      bundle
          .region(id, location -> places.of(address(new Fields(location))))
          .ifPresent(regions::add);
    }
    return places.narrowest(regions);
  }

  private static Address address(Fields location) {
    return new Address(
        location.text("country"),
        location.text("administrative_area"),
        location.text("city"),
        location.number(-90, 90, "latitude"),
        location.number(-180, 180, "longitude"));
  }
}
