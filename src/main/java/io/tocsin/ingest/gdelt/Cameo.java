package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Listing;
import io.tocsin.model.Category;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Conflict and Mediation Event Observations: what kind of event a code stands for, to us. */
final class Cameo {
  private final Map<String, Kind> kinds = new HashMap<>();

  /**
   * A kind of event.
   *
   * @param words what it is, for a headline
   */
  record Kind(Category category, String words) {}

  Cameo() {
    for (var row : Listing.rows("cameo.csv")) {
      kinds.put(row.get(0), new Kind(Category.valueOf(row.get(1)), row.get(2)));
    }
  }

  /** That of the longest code in the table with which this one begins. */
  Optional<Kind> kind(String code) {
    for (int length = Math.min(code.length(), 4); length >= 2; length--) {
      var kind = kinds.get(code.substring(0, length));
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
