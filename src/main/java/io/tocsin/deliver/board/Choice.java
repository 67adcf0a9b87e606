package io.tocsin.deliver.board;

import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.Optional;

/** Which states or changes are wanted. */
public final class Choice {
  private final Terms terms;
  private final Reference reference;
  private final NamedLike named;

  /**
   * Each part is optional.
   *
   * @param entity with everything that belongs to it
   * @param region with everything inside it
   * @param minLevel states at it or above; changes to or from it or above
   * @param minGap how many levels the two ledgers lie apart at least
   * @param overall whether regions overall are wanted, alone ({@code true}) or not at all
   * @param since what took effect at this moment or later
   * @param until what took effect before this moment
   */
  public record Terms(
      String entity,
      String region,
      Level minLevel,
      int minGap,
      Boolean overall,
      Instant since,
      Instant until) {
    public static final Terms ALL = new Terms(null, null, null, 0, null, null, null);
  }

  /**
   * @param named optional: which entities and regions are called so
   */
  public Choice(Terms terms, Reference reference, NamedLike named) {
    this.terms = terms;
    this.reference = reference;
    this.named = named;
  }

  public Terms terms() {
    return terms;
  }

  public boolean takes(Seen seen) {
    return isHigh(seen)
        && seen.gap() >= terms.minGap()
        && isTimely(seen.effectiveAt())
        && isAbout(seen.subject())
        && (named == null || named.takes(seen.subject()));
  }

  private boolean isHigh(Seen seen) {
    return terms.minLevel() == null || seen.height().compareTo(terms.minLevel()) >= 0;
  }

  private boolean isTimely(long at) {
    return Optional.ofNullable(terms.since()).map(t -> at >= t.toEpochMilli()).orElse(true)
        && Optional.ofNullable(terms.until()).map(t -> at < t.toEpochMilli()).orElse(true);
  }

  private boolean isAbout(Subject subject) {
    return (terms.overall() == null || terms.overall() == subject.isOverall())
        && (terms.entity() == null
            || terms.entity().equals(subject.entity())
            || reference.entities().lineage(subject.entity()).contains(terms.entity()))
        && (terms.region() == null
            || terms.region().equals(subject.region())
            || reference.regions().lineage(subject.region()).contains(terms.region()));
  }
}
