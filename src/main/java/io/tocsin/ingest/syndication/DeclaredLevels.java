package io.tocsin.ingest.syndication;

import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Authority;
import io.tocsin.reference.Reference;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Levels that an authority announces by feed, as MI5 does: "Current Threat Level: SUBSTANTIAL". A
 * headline that says just this, with a step of the authority's own scale, declares it; any other is
 * a comment.
 */
final class DeclaredLevels {
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?iu)(?:[\\p{L}'’-]+ ){0,6}threat level ?(?::|-|–|is|remains) ?([\\p{L} ]{2,30})\\.?");

  private final Reference reference;

  DeclaredLevels(Reference reference) {
    this.reference = reference;
  }

  /** The statement with the level that its headline declares, else as it is. */
  OfficialStatement applied(OfficialStatement comment, String headline) {
    return step(comment.authority(), headline).map(step -> declared(comment, step)).orElse(comment);
  }

  /** The step's name, as the headline has it. */
  private Optional<String> step(String authority, String headline) {
    var matcher = DECLARED.matcher(headline);
    var scale = reference.authorities().find(authority).map(Authority::scale);
    if (scale.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    var name = matcher.group(1).strip();
    return reference
        .scales()
        .step(scale.get(), null, name)
        .filter(step -> step.level() != null)
        .map(step -> name);
  }

  private static OfficialStatement declared(OfficialStatement s, String step) {
    return new OfficialStatement(
        s.id(),
        s.authority(),
        s.issuedAt(),
        s.expiresAt(),
        s.reviewBy(),
        Action.SET_LEVEL,
        null,
        null,
        null,
        step,
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
}
