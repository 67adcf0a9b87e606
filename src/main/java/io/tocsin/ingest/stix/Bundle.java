package io.tocsin.ingest.stix;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The objects of a bundle by their ids; of several versions the one that was modified last. */
final class Bundle {
  private static final int MOST_OBJECTS = 100_000;
  private static final int MOST_SUBJECTS = 200;

  private final List<Numbered> reports = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Map<String, Optional<String>> regions = new HashMap<>();
  private final Map<String, List<String>> targetsOf = new HashMap<>();

  /**
   * A report.
   *
   * @param number its place in the bundle, from 1
   */
  record Numbered(int number, JsonNode node) {}

  /**
   * @throws InvalidRecord where the document is neither a bundle nor an object
   */
  static Bundle of(JsonNode document) {
    var bundle = new Bundle();
    if (document.path("type").asText().equals("bundle")) {
      var objects = document.path("objects");
      if (!objects.isArray() || objects.size() > MOST_OBJECTS) {
        throw new InvalidRecord(
            new Problem("objects", "", "must be a list of at most " + MOST_OBJECTS + " objects"));
      }
      for (int i = 0; i < objects.size(); i++) {
        bundle.add(i + 1, objects.get(i));
      }
    } else {
      bundle.add(1, document);
    }
    return bundle;
  }

  List<Numbered> reports() {
    return reports;
  }

  Optional<JsonNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * What a report speaks of: the objects it refers to, and those at which these are aimed or lie by
   * a relationship that says so; the first {@value #MOST_SUBJECTS} of them.
   */
  Set<String> subjects(JsonNode report) {
    var subjects = new LinkedHashSet<String>();
    for (var reference : report.path("object_refs")) {
      add(subjects, reference.asText());
    }
    for (var id : List.copyOf(subjects)) {
      var targets = targetsOf.getOrDefault(id, List.of());
      targets.subList(0, Math.min(targets.size(), MOST_SUBJECTS)).forEach(t -> add(subjects, t));
    }
    subjects.removeAll(origins(subjects));
    return subjects;
  }

  private static void add(Set<String> subjects, String id) {
    if (subjects.size() < MOST_SUBJECTS) {
      subjects.add(id);
    }
  }

  /** The region of a location, which is asked for once however many reports refer to it. */
  Optional<String> region(String id, Function<JsonNode, Optional<String>> places) {
    return regions.computeIfAbsent(
        id,
        key ->
            find(key)
                .filter(object -> object.path("type").asText().equals("location"))
                .flatMap(places));
  }

  /** Where somebody comes from is not where the threat is. */
  private Set<String> origins(Set<String> subjects) {
    var origins = new HashSet<String>();
    for (var id : subjects) {
      var object = byId.get(id);
      if (object != null && object.path("relationship_type").asText().equals("originates-from")) {
        origins.add(object.path("target_ref").asText());
      }
    }
    return origins;
  }

  private void add(int number, JsonNode object) {
    var type = object.path("type").asText();
    if (type.equals("report")) {
      reports.add(new Numbered(number, object));
    }
    var kind = object.path("relationship_type").asText();
    if (kind.equals("targets") || kind.equals("located-at")) {
      targetsOf
          .computeIfAbsent(object.path("source_ref").asText(), id -> new ArrayList<>())
          .add(object.path("target_ref").asText());
    }
    byId.merge(
        object.path("id").asText(), object, (old, other) -> isNewer(other, old) ? other : old);
  }

  /** Times of STIX are in UTC and written alike, so that they sort as text. */
  private static boolean isNewer(JsonNode one, JsonNode other) {
    return one.path("modified").asText().compareTo(other.path("modified").asText()) > 0;
  }
}
