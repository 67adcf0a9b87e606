package io.tocsin.api.read;

import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.model.Subject;
import io.tocsin.reference.Nearest;
import io.tocsin.reference.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ids by ids, names and aliases, and what ids are called. */
public final class Lookup {
  private final Reference reference;

  public Lookup(Reference reference) {
    this.reference = reference;
  }

  public Reference reference() {
    return reference;
  }

  /** The id of an entity that a text means; {@code *} and {@code _} are ids too. */
  Optional<String> entity(String text) {
    return Subject.OVERALL.equals(text) || reference.entities().has(text)
        ? Optional.of(text)
        : reference.entities().suggest(text);
  }

  Optional<String> region(String text) {
    return reference.regions().has(text) ? Optional.of(text) : reference.regions().suggest(text);
  }

  /** What somebody may have meant, as the end of a sentence; empty where nothing is near. */
  String nearestEntity(String text) {
    return meant(
        text,
        reference.entities().all().stream().flatMap(e -> Stream.of(e.id(), e.name())).toList());
  }

  String nearestRegion(String text) {
    return meant(
        text,
        reference.regions().all().stream().flatMap(r -> Stream.of(r.id(), r.name())).toList());
  }

  static String meant(String text, Collection<String> known) {
    return Nearest.to(text, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /**
   * The subject of a path.
   *
   * @throws Refused where one of the two is not known
   */
  Subject subject(String entity, String region) {
    return new Subject(
        entity(entity)
            .orElseThrow(
                () -> unknown("no entity is called '%s'%s", entity, nearestEntity(entity))),
        region(region)
            .orElseThrow(
                () -> unknown("no region is called '%s'%s", region, nearestRegion(region))));
  }

  private static Refused unknown(String what, String text, String meant) {
    return Refused.of(ProblemType.NOT_FOUND, what.formatted(text, meant));
  }

  String entityName(String id) {
    return switch (id) {
      case Subject.OVERALL -> "all entities";
      case Subject.UNATTRIBUTED -> "nobody in particular";
      default -> reference.entities().find(id).map(e -> e.name()).orElse(id);
    };
  }

  String regionName(String id) {
    return reference.regions().find(id).map(r -> r.name()).orElse(id);
  }

  /** The name of a source or an authority; the id itself where it has none. */
  String speakerName(String id) {
    return reference
        .sources()
        .find(id)
        .map(s -> s.name())
        .or(() -> reference.authorities().find(id).map(a -> a.name()))
        .orElse(id);
  }

  /** The subject with the ids that the reference data holds, so that equal ones are one object. */
  public Subject canonical(Subject subject) {
    var entity = reference.entities().canonical(subject.entity());
    var region = reference.regions().canonical(subject.region());
    return entity == null && !subject.isOverall() || region == null
        ? subject
        : new Subject(subject.isOverall() ? Subject.OVERALL : entity, region);
  }

  /** Regions from the one itself up to its country, with their names. */
  List<String> lineage(String region) {
    return reference.regions().lineage(region);
  }
}
