package io.tocsin.model;

/** What kind of event a claim is about. */
public enum Category {
  ATTACK,
  /** A foiled or failed attack. */
  ATTEMPT,
  PLOT,
  /** A threat that somebody stated. */
  THREAT,
  /** A warning as reported by media; an authority's own is a {@link Action#WARN} statement. */
  WARNING,
  /** A link of a person or network to the place. */
  LINK,
  ARREST,
  RAID,
  WEAPONS_FIND,
  PROPAGANDA,
  OTHER,
  COURT,
  EXERCISE,
  BACKGROUND,
  HOAX,
  DENIAL;

  /**
   * Whether a report of this category takes weight from other reports instead of adding its own.
   */
  public boolean refutes() {
    return this == HOAX || this == DENIAL;
  }
}
