package io.tocsin.extract;

import io.tocsin.reference.Regions;
import java.util.ArrayList;
import java.util.List;

/** Which of a sentence's places belong to which of its events. */
final class Whereabouts {
  /** What stands between counts as this many words more. */
  private static final int CLAUSE = 6;

  private static final int COMMA = 2;

  /** A place belongs to what stands before it sooner than to what stands behind. */
  private static final int BEFORE = 3;

  private static final int COORDINATED = 1;

  /** More than anybody names in a sentence. */
  private static final int MOST = 16;

  private final Sentence sentence;
  private final List<Event> events;
  private final List<Located> places;

  /** For each place the number of its event. */
  private final int[] owners;

  Whereabouts(Sentence sentence, List<Event> events, Regions regions) {
    this.sentence = sentence;
    this.events = events;
    this.places = narrowest(sentence, regions);
    this.owners = new int[places.size()];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = i > 0 && isCoordinated(i) ? owners[i - 1] : nearest(places.get(i));
    }
  }

  /** The places of one event; those of the other events where it has none of its own. */
  List<Located> of(Event event) {
    var own = new ArrayList<Located>(1);
    Located shared = null;
    int sharedAt = Integer.MAX_VALUE;
    for (int i = 0; i < owners.length; i++) {
      var owner = events.get(owners[i]);
      if (owner == event) {
        own.add(places.get(i));
      } else if (!owner.isBackground() || event.isBackground()) {
        int distance = distance(places.get(i), event);
        shared = distance < sharedAt ? places.get(i) : shared;
        sharedAt = Math.min(distance, sharedAt);
      }
    }
    if (own.isEmpty() && shared != null) {
      own.add(shared);
    }
    return own;
  }

  private boolean isCoordinated(int place) {
    int gap = places.get(place).firstWord() - places.get(place - 1).endWord();
    return gap >= 0 && gap <= COORDINATED && !isCueBetween(place);
  }

  private boolean isCueBetween(int place) {
    return sentence.isBetween(
        Role.CLAIM, places.get(place - 1).endWord(), places.get(place).firstWord());
  }

  private int nearest(Located place) {
    int nearest = 0;
    for (int i = 1; i < events.size(); i++) {
      if (distance(place, events.get(i)) < distance(place, events.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private int distance(Located place, Event event) {
    var cue = event.cue();
    int from = Math.min(place.endWord(), cue.endWord());
    int to = Math.max(place.firstWord(), cue.firstWord());
    int away =
        Sentence.distance(place.firstWord(), place.endWord(), cue.firstWord(), cue.endWord());
    boolean isBehind = place.firstWord() >= cue.endWord();
    int beside = isBehind || away == 0 ? 0 : BEFORE;
    int apart = sentence.isBetween(Role.STOP, from, to) ? CLAUSE : hasComma(from, to) ? COMMA : 0;
    return 2 * (away + apart) + beside;
  }

  private boolean hasComma(int from, int to) {
    for (int word = from - 1; word < to; word++) {
      if (sentence.text().isBetween(word, ',')) {
        return true;
      }
    }
    return false;
  }

  /**
   * Without those that only say where another is: England in "Birmingham, England". The people and
   * the rulers of a place count where no place is named.
   */
  private static List<Located> narrowest(Sentence sentence, Regions regions) {
    var some = named(sentence.places());
    var all = some.subList(0, Math.min(MOST, some.size()));
    var kept = new ArrayList<Located>(all.size());
    for (var place : all) {
      boolean namesake = sentence.isNamesake(place) && !sentence.isBeforeCue(place);
      if (namesake || Scene.isStriker(sentence, place)) {
        continue;
      }
      if (!isAround(place, all, regions)) {
        kept.add(place);
      }
    }
    return kept;
  }

  /** Those that are named themselves; all where none is. */
  private static List<Located> named(List<Located> places) {
    var named = new ArrayList<Located>(places.size());
    for (var place : places) {
      if (place.place().kind() == Place.Kind.NAME) {
        named.add(place);
      }
    }
    return named.isEmpty() ? places : named;
  }

  private static boolean isAround(Located place, List<Located> others, Regions regions) {
    for (var other : others) {
      if (other != place && isInside(other, place, regions)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(Located inner, Located outer, Regions regions) {
    var inside = inner.place().region();
    var around = outer.place().region();
    return !inside.equals(around) && regions.lineage(inside).contains(around);
  }
}
