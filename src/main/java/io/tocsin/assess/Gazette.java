package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One edition of the rulings of a country, read once for all subjects that they treat alike: those
 * that share the nearest ancestors that any statement has to do with.
 */
final class Gazette {
  /**
   * What rulings tell subjects apart by.
   *
   * @param entity the nearest that a statement has to do with, or {@code null}
   * @param below whether it is an ancestor, and not the entity itself
   */
  private record Kind(String entity, boolean below, String region, boolean within) {}

  private static final Kind UNTOUCHED = new Kind(null, false, null, false);

  private final List<Ruling> declaring;
  private final List<Ruling> bearing;
  private final Coverage coverage;
  private final Set<String> entities = new HashSet<>();
  private final Set<String> regions = new HashSet<>();
  private final Map<Kind, Declarations> declarations = new HashMap<>();
  private final Map<Kind, Docket> dockets = new HashMap<>();
  private final Map<Kind, Bearing> bearings = new HashMap<>();
  private final Map<String, Map<String, Bearing>> byClaim = new HashMap<>();

  /**
   * @param rulings by issue, then id
   */
  Gazette(List<Ruling> rulings, Coverage coverage) {
    this.coverage = coverage;
    this.declaring =
        rulings.stream().filter(r -> r.statement().action() == Action.SET_LEVEL).toList();
    this.bearing = rulings.stream().filter(r -> r.statement().bearsOnRows()).toList();
    for (var ruling : rulings) {
      for (var entity : ruling.statement().entities()) {
        entities.addAll(coverage.entities(entity));
      }
      for (var region : ruling.statement().regions()) {
        regions.addAll(coverage.regions(region));
      }
    }
  }

  /** What authorities declare about a subject. */
  Declarations declarations(Subject subject) {
    return declaring.isEmpty()
        ? Declarations.NONE
        : of(
            declarations,
            subject.entity(),
            subject.region(),
            kind -> new Declarations(declaring, subject, coverage));
  }

  /** What bears on a subject's rows. */
  Docket docket(Subject subject) {
    return of(
        dockets,
        subject.entity(),
        subject.region(),
        kind -> new Docket(bearing, subject, coverage));
  }

  /** What bears on the rows of one claim. */
  Bearing bearing(String entity, String region) {
    if (bearing.isEmpty()) {
      return Bearing.NONE;
    }
    var ofEntity = byClaim.computeIfAbsent(entity, e -> new HashMap<>());
    var known = ofEntity.get(region);
    if (known == null) {
      known = of(bearings, entity, region, kind -> covering(entity, region));
      ofEntity.put(region, known);
    }
    return known;
  }

  private Bearing covering(String entity, String region) {
    return new Bearing(
        bearing.stream().filter(r -> coverage.covers(r.statement(), entity, region)).toList());
  }

  private <T> T of(Map<Kind, T> known, String entity, String region, Function<Kind, T> read) {
    return known.computeIfAbsent(kind(entity, region), read);
  }

  private Kind kind(String entity, String region) {
    if (declaring.isEmpty() && bearing.isEmpty()) {
      return UNTOUCHED;
    }
    var nearest = nearest(coverage.entities(entity), entities);
    var around = nearest(coverage.regions(region), regions);
    return new Kind(
        nearest,
        nearest != null && !nearest.equals(entity),
        around,
        around != null && !around.equals(region));
  }

  private static String nearest(List<String> lineage, Set<String> touched) {
    for (var id : lineage) {
      if (touched.contains(id)) {
        return id;
      }
    }
    return null;
  }
}
