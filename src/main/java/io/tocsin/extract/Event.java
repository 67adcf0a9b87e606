package io.tocsin.extract;

import io.tocsin.model.Category;

/**
 * Something that a sentence says happened.
 *
 * @param cue what says so
 * @param category what it is, all things around it considered
 * @param hedged whether the sentence says itself that it is not certain
 */
record Event(Found<Cue> cue, Category category, boolean hedged) {
  boolean isBackground() {
    return category == Category.BACKGROUND;
  }

  Event as(Category other) {
    return new Event(cue, other, hedged);
  }
}
