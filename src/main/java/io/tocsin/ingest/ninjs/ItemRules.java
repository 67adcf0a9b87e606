package io.tocsin.ingest.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.ingest.format.Fields;
import java.util.Set;

/**
 * What the schemas of 1.0 to 3.1 agree on of the properties that an item may have. Properties that
 * they do not know are let pass: agencies add their own.
 */
final class ItemRules {
  private static final Set<String> STRINGS =
      Set.of(
          "uri",
          "type",
          "mimetype",
          "representationtype",
          "representationType",
          "profile",
          "version",
          "firstcreated",
          "firstCreated",
          "versioncreated",
          "versionCreated",
          "contentcreated",
          "contentCreated",
          "embargoed",
          "embargoedUntil",
          "pubstatus",
          "pubStatus",
          "copyrightholder",
          "copyrightHolder",
          "copyrightnotice",
          "copyrightNotice",
          "usageterms",
          "usageTerms",
          "ednote",
          "edNote",
          "language",
          "headline",
          "title",
          "by",
          "byline",
          "slugline",
          "located",
          "expires");
  private static final Set<String> OBJECTS =
      Set.of(
          "$standard", "standard", "digitalSourceType", "rightsinfo", "rightsInfo", "eventDetails");
  private static final Set<String> LISTS =
      Set.of(
          "person",
          "organisation",
          "place",
          "subject",
          "object",
          "genre",
          "infosource",
          "people",
          "organisations",
          "places",
          "subjects",
          "objects",
          "genres",
          "infosources",
          "infoSources",
          "headlines",
          "bodies",
          "descriptions",
          "trustindicator",
          "trustindicators",
          "trustIndicators",
          "plannedCoverage");
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "audio",
          "video",
          "picture",
          "graphic",
          "composite",
          "component",
          "event",
          "planning",
          "package");
  private static final Set<String> STATES = Set.of("usable", "withheld", "canceled");
  private static final Set<String> WHOLE = Set.of("complete", "incomplete", "full", "partial");
  private static final int MOST_URGENT = 1;
  private static final int LEAST_URGENT = 9;

  private ItemRules() {}

  /** Notes every rule that the item breaks. */
  static void check(Fields item) {
    item.node().properties().forEach(each -> check(item, each.getKey(), each.getValue()));
    oneOf(item, TYPES, "type");
    oneOf(item, STATES, "pubstatus", "pubStatus");
    oneOf(item, WHOLE, "representationtype", "representationType");
    var urgency = item.number(MOST_URGENT, LEAST_URGENT, "urgency");
    if (urgency != null && urgency != Math.rint(urgency)) {
      item.refuse("urgency", urgency.toString(), "must be a whole number");
    }
  }

  private static void check(Fields item, String name, JsonNode value) {
    if (OBJECTS.contains(name) && !value.isObject()) {
      item.refuse(name, value.asText(), "must be an object");
    } else if (LISTS.contains(name) && !value.isArray()) {
      item.refuse(name, value.asText(), "must be a list");
    } else if (STRINGS.contains(name) && !value.isTextual()) {
      item.refuse(name, value.asText(), "must be a string");
    } else if (name.equalsIgnoreCase("altids") && !value.isContainerNode()) {
      item.refuse(name, value.asText(), "must be an object or a list");
    }
  }

  private static void oneOf(Fields item, Set<String> allowed, String... names) {
    for (var name : names) {
      var value = item.node().path(name);
      if (value.isTextual() && !allowed.contains(value.textValue())) {
        item.refuse(
            name,
            value.textValue(),
            "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
      }
    }
  }
}
