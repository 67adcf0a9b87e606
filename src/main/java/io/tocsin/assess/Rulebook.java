package io.tocsin.assess;

/** What every dossier of a partition is assessed by. */
record Rulebook(Policy policy, Weigher weigher, Coverage coverage, StatementBook book) {
  static Rulebook of(Policy policy, Coverage coverage, StatementBook book) {
    return new Rulebook(policy, new Weigher(policy), coverage, book);
  }

  /** After how many ms rows may be forgotten. */
  long horizon() {
    return weigher.longestHalfLife() * policy.forgetAfter();
  }

  /** After how many ms they are: many at a time, since the rest is folded anew. */
  long forgettingHorizon() {
    return horizon() + horizon() / 4;
  }
}
