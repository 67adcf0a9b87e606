package io.tocsin.assess;

import java.util.HashSet;
import java.util.Set;

/** Rows that tell one story: a leader, and what came after it; assessment, section 3. */
final class Story {
  private final Row leader;
  private final Set<String> sources = new HashSet<>();

  Story(Row leader) {
    this.leader = leader;
  }

  Row leader() {
    return leader;
  }

  /**
   * Takes a row in; its place among the rows that count, 1 for the leader, 0 where its source
   * counted before.
   */
  int join(Row row) {
    return sources.add(row.source()) ? sources.size() : 0;
  }
}
