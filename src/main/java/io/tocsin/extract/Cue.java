package io.tocsin.extract;

import io.tocsin.model.Category;
import java.util.List;

/**
 * What a phrase of a language says.
 *
 * @param category of a {@link Role#CLAIM}, else {@code null}
 * @param weak of a {@link Role#CLAIM}: whether it counts only where the report speaks of terrorism
 * @param frame of a {@link Role#FRAME}, else {@code null}
 * @param number of a {@link Role#AGE} the days, of a {@link Role#MONTH} 1 to 12, else 0
 */
record Cue(Role role, Category category, boolean weak, Frame frame, int number) {
  /**
   * The cue that a section's header names: {@code ATTACK}, {@code ATTACK weak}, {@code NEGATION},
   * {@code FRAME COURT}, {@code AGE 365}.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Cue of(String header) {
    var words = List.of(header.split(" "));
    for (var category : Category.values()) {
      if (category.name().equals(words.get(0))) {
        return new Cue(Role.CLAIM, category, words.contains("weak"), null, 0);
      }
    }
    var role = Role.valueOf(words.get(0));
    return switch (role) {
      case FRAME -> new Cue(role, null, false, Frame.valueOf(words.get(1)), 0);
      case AGE, MONTH -> new Cue(role, null, false, null, Integer.parseInt(words.get(1)));
      default -> new Cue(role, null, false, null, 0);
    };
  }
}
