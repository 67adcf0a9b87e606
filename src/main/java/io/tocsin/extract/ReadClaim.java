package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import java.util.Comparator;
import java.util.List;

/**
 * A claim that was read out of a text.
 *
 * @param entity {@code _} where the text names none
 * @param salience how central it is to the report, in (0, 1]
 * @param origin optional: id of the publisher that the text cites for it
 * @param spans what it was read from: cues, names and places, in the order of the text
 */
public record ReadClaim(
    String entity,
    String region,
    Category category,
    Credibility credibility,
    double salience,
    String origin,
    Attribution attribution,
    List<Span> spans) {
  /** The most salient first. */
  static final Comparator<ReadClaim> ORDER =
      Comparator.comparingDouble(ReadClaim::salience)
          .reversed()
          .thenComparing(ReadClaim::category)
          .thenComparing(ReadClaim::entity)
          .thenComparing(ReadClaim::region)
          .thenComparing(ReadClaim::origin, Comparator.nullsFirst(Comparator.naturalOrder()));

  public ReadClaim {
    spans = List.copyOf(spans);
  }

  /** What evidence is made of. */
  public Claim claim() {
    return new Claim(entity, region, category, salience);
  }
}
