package io.tocsin.model;

import java.util.Optional;

/** The Admiralty code's grade of one report, 1 to 6; 6 is "unknown" and not "worst". */
public enum Credibility {
  CONFIRMED,
  PROBABLY_TRUE,
  POSSIBLY_TRUE,
  DOUBTFUL,
  IMPROBABLE,
  CANNOT_BE_JUDGED;

  private static final Credibility[] BY_GRADE = values();

  /** The grade as the code writes it, 1..6. */
  public int grade() {
    return ordinal() + 1;
  }

  /** The credibility of a grade 1..6; empty for any other number. */
  public static Optional<Credibility> ofGrade(int grade) {
    return grade < 1 || grade > BY_GRADE.length
        ? Optional.empty()
        : Optional.of(BY_GRADE[grade - 1]);
  }
}
