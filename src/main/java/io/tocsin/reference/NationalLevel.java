package io.tocsin.reference;

import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import java.util.Optional;

/**
 * The national level that a statement gives, on the scale that the statement or its authority
 * names.
 */
final class NationalLevel {
  private final Scales scales;
  private final OfficialStatement statement;
  private final String scale;

  NationalLevel(Reference reference, OfficialStatement statement) {
    scales = reference.scales();
    this.statement = statement;
    scale =
        statement.scale() != null
            ? statement.scale()
            : reference
                .authorities()
                .find(statement.authority())
                .map(Authority::scale)
                .orElse(null);
  }

  Optional<Step> step() {
    return scale == null
        ? Optional.empty()
        : scales.step(scale, statement.scaleVersion(), statement.nationalLevel());
  }

  /** The first rule it breaks. */
  Optional<Problem> problem() {
    if (scale == null) {
      return problem("scale", null, "must be given with nationalLevel: the authority has none");
    }
    if (!scales.has(scale)) {
      return problem("scale", scale, "is not a scale; there are " + list(scales.ids()));
    }
    var version = statement.scaleVersion();
    if (version != null && !scales.versions(scale).contains(version)) {
      return problem(
          "scaleVersion",
          version,
          "is not a version of " + scale + "; there are " + list(scales.versions(scale)));
    }
    return step().map(this::disagreement).orElseGet(this::notAStep);
  }

  private Optional<Problem> notAStep() {
    var version = Optional.ofNullable(statement.scaleVersion()).orElse(scales.newest(scale));
    return problem(
        "nationalLevel",
        statement.nationalLevel(),
        "is not a step of %s %s; its steps are %s"
            .formatted(scale, version, list(scales.names(scale, version))));
  }

  private Optional<Problem> disagreement(Step step) {
    var level = statement.level();
    if (level == null && step.level() == null && setsLevel()) {
      return problem(
          "nationalLevel",
          statement.nationalLevel(),
          "says nothing of a level; give level too, or cancel the statement that holds");
    }
    if (level != null && !step.allows(level)) {
      return problem(
          "level",
          level,
          "must be in %s..%s, where %s lies on %s"
              .formatted(step.levelFrom(), step.levelTo(), step.name(), scale));
    }
    return Optional.empty();
  }

  private boolean setsLevel() {
    return statement.action() == Action.SET_LEVEL && !statement.isCancelled();
  }

  private static String list(Iterable<String> names) {
    return String.join(", ", names);
  }

  private static Optional<Problem> problem(String field, Object value, String rule) {
    return Optional.of(Problem.of(field, value, rule));
  }
}
