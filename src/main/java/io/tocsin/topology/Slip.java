package io.tocsin.topology;

import io.tocsin.assess.Ceiling;
import java.util.Arrays;

/**
 * What is kept on the heap of a subject whose dossier is not at hand: how high its rows can reach,
 * and where the reports lie that were noted since it was shelved. There are millions, and most have
 * one report: all of such a one is in the slip itself.
 */
final class Slip {
  private static final long[] NONE = {};

  private long first;
  private long[] others = NONE;
  private int count;

  /** Of the ceiling, where it is known. */
  private double total;

  private long latest;
  private long earliest;
  private boolean isCovered;

  /** Or {@code null} where it is not known. */
  Ceiling ceiling() {
    return isCovered ? new Ceiling(total, latest, earliest) : null;
  }

  void ceiling(Ceiling ceiling) {
    isCovered = ceiling != null;
    if (isCovered) {
      total = ceiling.total();
      latest = ceiling.latest();
      earliest = ceiling.earliest();
    }
  }

  void note(long place) {
    if (count == 0) {
      first = place;
    } else {
      if (count > others.length) {
        // most subjects are spoken of a few times, so room for more would be most of all memory
        others = Arrays.copyOf(others, count + count / 4);
      }
      others[count - 1] = place;
    }
    count++;
  }

  long[] places() {
    var places = new long[count];
    if (count > 0) {
      places[0] = first;
      System.arraycopy(others, 0, places, 1, count - 1);
    }
    return places;
  }

  void clear() {
    others = NONE;
    count = 0;
  }
}
