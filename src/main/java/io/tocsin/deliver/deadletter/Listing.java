package io.tocsin.deliver.deadletter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dead letters that were asked for.
 *
 * @param matching how many there are
 * @param open how many of them nobody has tried again
 * @param byReason how many there are of each reason
 * @param newest the newest, newest first
 */
public record Listing(long matching, long open, Map<String, Long> byReason, List<Heading> newest) {
  public Listing {
    byReason = new TreeMap<>(byReason);
    newest = List.copyOf(newest);
  }
}
