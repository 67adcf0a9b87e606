package io.tocsin.oracle;

import io.tocsin.model.Reliability;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the oracle must know of the world: regions, groups, entities, sources and authorities. */
public interface World {
  /** The entity itself, then its ancestors, nearest first; an unknown one has none. */
  List<String> entityLineage(String id);

  /** The region itself, then its ancestors, nearest first, the country last. */
  List<String> regionLineage(String id);

  boolean isRegion(String id);

  /** The countries of a group; empty if the id is not a group. */
  Set<String> groupMembers(String groupId);

  /** The grade of a source, F if unknown. */
  Reliability reliability(String source);

  /** Regions and groups that an authority speaks for; empty if the authority is unknown. */
  Optional<List<String>> jurisdiction(String authority);
}
