package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The changes that an endpoint asks for. What is empty asks for all.
 *
 * @param entities ids; {@value Subject#OVERALL} for regions as a whole
 * @param regions ids; whatever lies in one is asked for too
 * @param minLevel the least of the two levels of a change, the one before and the one after, the
 *     greater of which counts: so a fall out of what was asked for is told
 */
public record Match(
    Set<String> entities, Set<String> regions, Level minLevel, Set<Direction> directions) {
  public static final Match ALL = new Match(Set.of(), Set.of(), Level.LOW, Set.of());

  public Match {
    entities = Set.copyOf(entities);
    regions = Set.copyOf(regions);
    directions = Set.copyOf(directions);
  }

  /**
   * @param lineage of a region: its own id and those around it
   */
  public boolean covers(AlertLevelChange change, Function<String, List<String>> lineage) {
    return (entities.isEmpty() || entities.contains(change.entity()))
        && (directions.isEmpty() || directions.contains(Direction.of(change)))
        && Level.max(change.level(), change.previousLevel()).compareTo(minLevel) >= 0
        && (regions.isEmpty() || !Collections.disjoint(regions, lineage.apply(change.region())));
  }
}
