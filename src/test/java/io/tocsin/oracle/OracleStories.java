package io.tocsin.oracle;

import io.tocsin.assess.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section 3: a wire copy is not a witness. */
final class OracleStories {
  /**
   * A row in its story.
   *
   * @param leader the row that leads the story, itself where it leads
   * @param factor what its place in the story leaves of its weight
   */
  record Told(OracleRow row, OracleRow leader, double factor) {
    boolean leads() {
      return row == leader;
    }
  }

  private final Policy.Stories rules;

  OracleStories(Policy.Stories rules) {
    this.rules = rules;
  }

  /** The rows of one subject, in order of (time, id), each with its place. */
  List<Told> tell(List<OracleRow> rows) {
    var leaders = new ArrayList<OracleRow>();
    Map<OracleRow, Set<String>> sources = new HashMap<>();
    var told = new ArrayList<Told>();
    for (var row : rows.stream().sorted(OracleRow.ORDER).toList()) {
      var leader = leaders.stream().filter(l -> joins(row, l)).findFirst().orElse(row);
      if (leader == row) {
        leaders.add(row);
      }
      var counted = sources.computeIfAbsent(leader, l -> new HashSet<>());
      int before = counted.size();
      boolean counts = counted.add(row.source());
      told.add(new Told(row, leader, counts ? Math.pow(rules.copyFactor(), before) : 0));
    }
    return told;
  }

  private boolean joins(OracleRow row, OracleRow leader) {
    if (row.isWarning() || leader.isWarning()) {
      return false;
    }
    boolean recent = row.time() - leader.time() <= rules.window().toMillis();
    return recent && (sameStory(row, leader) || sameOrigin(row, leader));
  }

  private static boolean sameStory(OracleRow a, OracleRow b) {
    var story = a.event().story();
    return story == null && b.event().story() == null
        ? a.text().equals(b.text())
        : story != null && story.equals(b.event().story());
  }

  private static boolean sameOrigin(OracleRow a, OracleRow b) {
    return a.origin().equals(b.origin()) && (a.citesAnother() || b.citesAnother());
  }
}
