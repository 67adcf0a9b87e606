package io.tocsin.extract;

import io.tocsin.model.Category;

/** A light in which a sentence, or a whole report, is to be read; the weightiest first. */
enum Frame {
  FICTION,
  SPORT,
  EXERCISE,
  HOAX,
  COURT,
  ANNIVERSARY;

  /** What a claim becomes in this light; {@code null} for none at all. */
  Category seen(Category category) {
    return switch (this) {
      case FICTION, SPORT -> null;
      case EXERCISE -> Category.EXERCISE;
      case HOAX -> isAlarm(category) ? Category.HOAX : category;
      case COURT -> category.refutes() ? category : Category.COURT;
      case ANNIVERSARY -> category.refutes() ? category : Category.BACKGROUND;
    };
  }

  /** Whether a headline in this light sets the whole report in it. */
  boolean coversReport() {
    return this != HOAX;
  }

  private static boolean isAlarm(Category category) {
    return switch (category) {
      case ATTACK, ATTEMPT, THREAT, WARNING, WEAPONS_FIND, PLOT, RAID, OTHER -> true;
      default -> false;
    };
  }
}
