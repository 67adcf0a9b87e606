package io.tocsin.ingest.ninjs;

import io.tocsin.ingest.format.Address;
import io.tocsin.ingest.format.Fields;
import io.tocsin.ingest.format.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The regions that an item is about, as far as its places name any for sure. */
final class PlaceReader {
  private static final String ABOUT = "about";
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection",
          "Feature",
          "FeatureCollection");

  private final Places places;

  PlaceReader(Places places) {
    this.places = places;
  }

  /** Of what it is about, else of all that it mentions; only the narrowest of them. */
  List<String> read(Fields item) {
    var all = item.objects("place", "places");
    var about = all.stream().filter(place -> ABOUT.equals(place.text("rel"))).toList();
    var regions = new ArrayList<String>();
    var countries = new ArrayList<String>();
    for (var place : about.isEmpty() ? all : about) {
      code(place).flatMap(places::country).ifPresent(countries::add);
    }
    var within = countries.size() == 1 ? countries.get(0) : null;
    for (var place : about.isEmpty() ? all : about) {
      region(place, within).ifPresent(regions::add);
    }
    return places.narrowest(regions);
  }

  private Optional<String> region(Fields place, String within) {
    var point = point(place);
    return code(place)
        .flatMap(places::country)
        .or(() -> address(place))
        .or(() -> places.named(within, place.text("name")))
        .or(() -> point.flatMap(at -> places.nearest(within, at.lat(), at.lon())));
  }

  /** Codes of GeoNames and Wikidata say nothing to us; those of ISO 3166 do. */
  private static Optional<String> code(Fields place) {
    var scheme = place.text("scheme", "uri");
    boolean iso = scheme != null && scheme.contains("iso3166");
    return Optional.ofNullable(place.text("code", "literal")).filter(code -> iso);
  }

  private Optional<String> address(Fields place) {
    for (var contact : place.objects("contactInfo", "contactinfo")) {
      for (var address : contact.objects("address")) {
        var country = address.text("country");
        if (country != null) {
          var town = address.text("locality");
          return places.of(
              new Address(
                  country,
                  address.text("area"),
                  town == null ? place.text("name") : town,
                  null,
                  null));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Address> point(Fields place) {
    for (var geometry : place.objects("geojson", "geoJSON", "geoJson")) {
      var type = geometry.text("type");
      if (type == null || !GEOMETRIES.contains(type)) {
        geometry.refuse("type", type, "must be a type of GeoJSON");
      }
      var at = geometry.node().path("coordinates");
      if ("Point".equals(type) && at.path(0).isNumber() && at.path(1).isNumber()) {
        return Optional.of(
            new Address(null, null, null, at.get(1).doubleValue(), at.get(0).doubleValue()));
      }
    }
    return Optional.empty();
  }
}
