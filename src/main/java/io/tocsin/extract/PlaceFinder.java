package io.tocsin.extract;

import java.util.List;

/** Finds the regions that a text speaks of. Pure, linear in the text, safe on hostile text. */
@FunctionalInterface
public interface PlaceFinder {
  /** In the order of the text; no two overlap. */
  List<Place> places(Text text, Context context);

  /** The words that it looks for, so that a text's words are numbered once for all who read it. */
  default Vocabulary vocabulary() {
    return new Vocabulary();
  }
}
