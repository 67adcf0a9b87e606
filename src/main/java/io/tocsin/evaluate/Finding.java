package io.tocsin.evaluate;

import io.tocsin.extract.Context;
import io.tocsin.extract.Place;
import io.tocsin.extract.PlaceFinder;
import io.tocsin.extract.Text;
import java.util.ArrayList;
import java.util.List;

/** Our own finder of places: what it finds by name. */
final class Finding implements Geoparser {
  private final PlaceFinder finder;
  private final Whereabouts whereabouts;

  Finding(PlaceFinder finder, Whereabouts whereabouts) {
    this.finder = finder;
    this.whereabouts = whereabouts;
  }

  @Override
  public List<Article.Toponym> places(String text) {
    var found = new ArrayList<Article.Toponym>();
    for (var place : finder.places(Text.of(text), Context.NONE)) {
      var point = whereabouts.of(place.region());
      if (place.kind() == Place.Kind.NAME && point != null) {
        found.add(
            new Article.Toponym(place.span().from(), place.span().to(), point.lat(), point.lon()));
      }
    }
    return found;
  }
}
