package io.tocsin.topology;

import io.tocsin.assess.Ceiling;
import java.util.Arrays;

/**
 * What is kept on the heap of a subject whose dossier is not at hand: how high its rows can reach,
 * and where the reports lie that were noted since it was shelved.
 */
final class Slip {
  private static final long[] NONE = {};

  private long[] places = NONE;
  private int count;

  /** Or {@code null} where it is not known. */
  private Ceiling ceiling;

  Ceiling ceiling() {
    return ceiling;
  }

  void ceiling(Ceiling ceiling) {
    this.ceiling = ceiling;
  }

  void note(long place) {
    if (count == places.length) {
      // most subjects are spoken of a few times, so room for more would be most of all memory
      places = Arrays.copyOf(places, count + 1 + count / 4);
    }
    places[count++] = place;
  }

  long[] places() {
    return Arrays.copyOf(places, count);
  }

  void clear() {
    places = NONE;
    count = 0;
  }
}
