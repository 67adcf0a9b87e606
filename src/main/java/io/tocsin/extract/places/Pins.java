package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Text;
import java.util.Arrays;
import java.util.List;

/** What is written beside a name to say which place is meant: {@code Birmingham, Alabama}. */
final class Pins {
  private static final Glossary IN = Glossary.of("in");

  private final Text text;
  private final Atlas atlas;

  Pins(Text text, Atlas atlas) {
    this.text = text;
    this.atlas = atlas;
  }

  /** Settles each name that the next one settles; from the last on, for there may be three. */
  void settle(List<Mention> mentions) {
    for (int i = mentions.size() - 2; i >= 0; i--) {
      var place = mentions.get(i);
      var around = mentions.get(i + 1);
      if (isRegion(place) && isRegion(around) && isSaidBeside(place, around)) {
        settle(place, around);
      }
    }
    for (var mention : mentions) {
      if (isRegion(mention) && mention.candidates.length == 0) {
        mention.drop();
      }
    }
  }

  private static boolean isRegion(Mention mention) {
    return mention.name.role() == Name.Role.REGION;
  }

  private boolean isSaidBeside(Mention place, Mention around) {
    if (place.to == around.from) {
      int gap = text.from(around.from) - text.to(place.to - 1);
      return gap <= 3 && (text.isBetween(place.to - 1, ',') || text.isBetween(place.to - 1, '('));
    }
    return place.to + 1 == around.from
        && IN.has(text, place.to)
        && text.from(around.from) - text.to(place.to - 1) == 4;
  }

  private void settle(Mention place, Mention around) {
    var inner = new int[place.candidates.length];
    var outer = new int[inner.length];
    int count = 0;
    for (int candidate : place.candidates) {
      int above = above(candidate, around);
      if (above != Atlas.NOWHERE) {
        inner[count] = candidate;
        outer[count++] = above;
      }
    }
    if (count > 0) {
      place.candidates = Arrays.copyOf(inner, count);
      place.pinned = true;
      around.candidates = Arrays.stream(outer, 0, count).distinct().toArray();
      around.pinned = true;
    }
  }

  /** The region around a candidate that the other name can mean. */
  private int above(int candidate, Mention around) {
    for (int at = atlas.parent(candidate); at != Atlas.NOWHERE; at = atlas.parent(at)) {
      if (around.pinned ? contains(around.candidates, at) : around.name.may(at)) {
        return at;
      }
    }
    return Atlas.NOWHERE;
  }

  private static boolean contains(int[] regions, int region) {
    for (int other : regions) {
      if (other == region) {
        return true;
      }
    }
    return false;
  }
}
