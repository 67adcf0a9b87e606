package io.tocsin.assess;

import java.util.HashMap;
import java.util.Map;

/**
 * The story leaders of a subject with many, found by what they share with a row, so that a row
 * takes the time of a few look-ups however many stories there are.
 */
final class Leaders {
  private final Map<String, Line> byStory = new HashMap<>();
  private final Map<String, Line> byOrigin = new HashMap<>();
  private final Map<String, Line> byCitedOrigin = new HashMap<>();
  private final NearDuplicates byText;

  Leaders(int distance) {
    this.byText = new NearDuplicates(distance, NearDuplicates.FEW);
  }

  void add(Weighed leader) {
    var row = leader.row();
    if (row.story() != null) {
      add(byStory, row.story(), leader);
    } else {
      byText.add(leader);
    }
    add(byOrigin, row.origin(), leader);
    if (row.cites()) {
      add(byCitedOrigin, row.origin(), leader);
    }
  }

  void remove(Weighed leader) {
    var row = leader.row();
    if (row.story() != null) {
      remove(byStory, row.story(), leader);
    } else {
      byText.remove(leader);
    }
    remove(byOrigin, row.origin(), leader);
    if (row.cites()) {
      remove(byCitedOrigin, row.origin(), leader);
    }
  }

  /** The earliest leader since a moment that a row joins, or {@code null}. */
  Weighed first(Row row, long since) {
    var alike =
        row.story() == null
            ? byText.first(row.fingerprint(), since)
            : first(byStory, row.story(), since);
    return Stories.earlier(
        alike, first(row.cites() ? byOrigin : byCitedOrigin, row.origin(), since));
  }

  private static void add(Map<String, Line> lines, String key, Weighed leader) {
    var line = lines.get(key);
    if (line == null) {
      line = new Line();
      lines.put(key, line);
    }
    line.add(leader);
  }

  private static void remove(Map<String, Line> lines, String key, Weighed leader) {
    var line = lines.get(key);
    line.remove(leader);
    if (line.isEmpty()) {
      lines.remove(key);
    }
  }

  private static Weighed first(Map<String, Line> lines, String key, long since) {
    var line = lines.get(key);
    return line == null ? null : line.first(since);
  }
}
