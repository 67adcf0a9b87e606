package io.tocsin.reference;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a record must be beside valid in itself: its ids must be known. A news source need not: an
 * unknown one is graded F.
 */
public final class Admission {
  private final Reference reference;

  public Admission(Reference reference) {
    this.reference = reference;
  }

  /** Every id the event names in vain; empty where it may pass. */
  public List<Problem> problems(NewsEvent event) {
    var problems = new ArrayList<Problem>();
    entities(event.entities(), problems);
    regions(event.regions(), problems);
    return List.copyOf(problems);
  }

  /** Every id the statement names in vain, and a national level that is none. */
  public List<Problem> problems(OfficialStatement statement) {
    var problems = new ArrayList<Problem>();
    if (reference.authorities().find(statement.authority()).isEmpty()) {
      problems.add(Problem.of("authority", statement.authority(), "is not an authority id"));
    }
    entities(statement.entities(), problems);
    known(
        "regions",
        statement.regions(),
        id -> reference.regions().has(id) || reference.groups().has(id),
        reference.regions()::suggest,
        "is not a region or group id",
        problems);
    if (statement.nationalLevel() != null) {
      new NationalLevel(reference, statement).problem().ifPresent(problems::add);
    }
    return List.copyOf(problems);
  }

  /** With a PIN and a RELEASE, every id the control names in vain. */
  public List<Problem> problems(Control control) {
    var problems = new ArrayList<Problem>();
    if (control.type().touchesLevel()) {
      var entity = control.entity();
      if (entity != null && !reference.entities().has(entity)) {
        problems.add(
            unknown("entity", entity, "is not an entity id", reference.entities()::suggest));
      }
      if (!reference.regions().has(control.region())) {
        problems.add(
            unknown(
                "region", control.region(), "is not a region id", reference.regions()::suggest));
      }
    }
    return List.copyOf(problems);
  }

  /**
   * The statement with the level that follows from its national level, where it has that alone;
   * else the statement as it is.
   */
  public OfficialStatement resolved(OfficialStatement statement) {
    if (statement.level() != null || statement.nationalLevel() == null) {
      return statement;
    }
    return new NationalLevel(reference, statement)
        .step()
        .filter(step -> step.level() != null)
        .map(step -> withLevel(statement, step.level()))
        .orElse(statement);
  }

  private static OfficialStatement withLevel(OfficialStatement s, Level level) {
    return new OfficialStatement(
        s.id(),
        s.authority(),
        s.issuedAt(),
        s.expiresAt(),
        s.reviewBy(),
        s.action(),
        level,
        s.scale(),
        s.scaleVersion(),
        s.nationalLevel(),
        s.entities(),
        s.regions(),
        s.categories(),
        s.references(),
        s.text(),
        s.url(),
        s.revision(),
        s.status(),
        s.attributes());
  }

  private void entities(List<String> ids, List<Problem> problems) {
    var entities = reference.entities();
    known("entities", ids, entities::has, entities::suggest, "is not an entity id", problems);
  }

  private void regions(List<String> ids, List<Problem> problems) {
    var regions = reference.regions();
    known("regions", ids, regions::has, regions::suggest, "is not a region id", problems);
  }

  private static void known(
      String field,
      List<String> ids,
      Predicate<String> has,
      Function<String, Optional<String>> suggest,
      String rule,
      List<Problem> problems) {
    for (int i = 0; i < ids.size(); i++) {
      if (!has.test(ids.get(i))) {
        problems.add(unknown(field + "[" + i + "]", ids.get(i), rule, suggest));
      }
    }
  }

  private static Problem unknown(
      String field, String id, String rule, Function<String, Optional<String>> suggest) {
    String hint = suggest.apply(id).map(meant -> "; did you mean '" + meant + "'?").orElse("");
    return Problem.of(field, id, rule + hint);
  }
}
