package io.tocsin.ingest.page;

import io.tocsin.ingest.format.Address;
import io.tocsin.ingest.format.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The regions that an article is about: its {@code contentLocation} and {@code spatialCoverage}.
 */
final class ContentPlaces {
  private final Places places;

  ContentPlaces(Places places) {
    this.places = places;
  }

  List<String> of(Node article) {
    var regions = new ArrayList<String>();
    for (var property : List.of("contentLocation", "spatialCoverage")) {
      var nodes = article.nodes(property);
      nodes.forEach(place -> region(place).ifPresent(regions::add));
      if (nodes.isEmpty() && article.text(property) != null) {
        named(article.text(property)).ifPresent(regions::add);
      }
    }
    return places.narrowest(regions);
  }

  private Optional<String> region(Node place) {
    for (var address : place.nodes("address")) {
      var country = address.text("addressCountry");
      if (country != null) {
        return places.of(
            new Address(
                country,
                address.text("addressRegion"),
                address.text("addressLocality"),
                coordinate(place, "latitude"),
                coordinate(place, "longitude")));
      }
    }
    return named(place.text("name"))
        .or(
            () ->
                places.nearest(
                    null, coordinate(place, "latitude"), coordinate(place, "longitude")));
  }

  /** {@code Birmingham, United Kingdom}, or a name that no other place bears. */
  private Optional<String> named(String name) {
    if (name == null) {
      return Optional.empty();
    }
    int comma = name.lastIndexOf(',');
    if (comma > 0) {
      var country = places.country(name.substring(comma + 1));
      var town = name.substring(0, name.indexOf(','));
      return country.flatMap(id -> places.of(new Address(id, null, town, null, null)));
    }
    return places.named(null, name);
  }

  private static Double coordinate(Node place, String name) {
    for (var geo : place.nodes("geo")) {
      return geo.number(name);
    }
    return place.number(name);
  }
}
