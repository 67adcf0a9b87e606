package io.tocsin.assess;

/**
 * A row in its story.
 *
 * @param place among the rows of its story that count, 1 for the leader, 0 for one that does not
 *     count
 * @param factor what is left of its weight there
 * @param statements those about its claim
 */
record Weighed(Row row, Story story, int place, double factor, Bearing statements) {
  boolean leads() {
    return place == 1 && story.leader() == row;
  }
}
