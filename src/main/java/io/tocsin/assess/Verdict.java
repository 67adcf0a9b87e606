package io.tocsin.assess;

import java.util.List;

/** What applying a piece of evidence came to. */
public record Verdict(Disposition disposition, List<Outcome> outcomes) {
  /** What became of the evidence. */
  public enum Disposition {
    ASSESSED,
    /** The same id and revision was here before. */
    DUPLICATE,
    /** A higher revision was here before. */
    SUPERSEDED,
    /** It touches no level. */
    RECORDED
  }

  public Verdict {
    outcomes = List.copyOf(outcomes);
  }
}
