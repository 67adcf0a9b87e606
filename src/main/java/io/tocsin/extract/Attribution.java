package io.tocsin.extract;

import io.tocsin.model.Credibility;

/**
 * On whose word a report says something, and what that is worth on the Admiralty scale; see
 * docs/extraction.md. None gives CONFIRMED: that takes a second source, and no report is its own.
 */
public enum Attribution {
  /** Somebody in office on the record, or an office by its name. */
  OFFICIAL(Credibility.PROBABLY_TRUE),
  /** Somebody with a name and no office. */
  NAMED_PERSON(Credibility.POSSIBLY_TRUE),
  /** Officials or sources without a name. */
  ANONYMOUS(Credibility.POSSIBLY_TRUE),
  /** Another publisher. */
  MEDIA(Credibility.POSSIBLY_TRUE),
  /** The entity itself. */
  GROUP(Credibility.POSSIBLY_TRUE),
  /** Bystanders without a name. */
  WITNESS(Credibility.DOUBTFUL),
  SOCIAL_MEDIA(Credibility.DOUBTFUL),
  UNSOURCED(Credibility.CANNOT_BE_JUDGED);

  private final Credibility credibility;

  Attribution(Credibility credibility) {
    this.credibility = credibility;
  }

  public Credibility credibility() {
    return credibility;
  }

  /** One step worse where the report says itself that it is not certain; unknown stays unknown. */
  Credibility credibility(boolean hedged) {
    return hedged && credibility != Credibility.CANNOT_BE_JUDGED
        ? Credibility.values()[credibility.ordinal() + 1]
        : credibility;
  }
}
