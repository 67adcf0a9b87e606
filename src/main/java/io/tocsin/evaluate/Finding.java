package io.tocsin.evaluate;

import io.tocsin.extract.Context;
import io.tocsin.extract.Place;
import io.tocsin.extract.Text;
import io.tocsin.extract.places.Toponyms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Our own finder of places: what it finds by name, parts of the world among it. */
final class Finding implements Geoparser {
  private final Toponyms finder;
  private final Whereabouts whereabouts;

  Finding(Toponyms finder, Whereabouts whereabouts) {
    this.finder = finder;
    this.whereabouts = whereabouts;
  }

  @Override
  public List<Article.Toponym> places(String original) {
    var text = Text.of(original);
    var found = new ArrayList<Article.Toponym>();
    for (var place : finder.places(text, Context.NONE)) {
      if (place.kind() == Place.Kind.NAME) {
        add(found, place.span().from(), place.span().to(), whereabouts.of(place.region()));
      }
    }
    for (var area : finder.areas(text)) {
      var name = area.of(original).toLowerCase(Locale.ROOT);
      add(found, area.from(), area.to(), whereabouts.ofArea(name));
    }
    found.sort(Comparator.comparingInt(Article.Toponym::start));
    return found;
  }

  private static void add(List<Article.Toponym> found, int from, int to, Whereabouts.Point point) {
    if (point != null) {
      found.add(new Article.Toponym(from, to, point.lat(), point.lon()));
    }
  }
}
