package io.tocsin.extract;

import io.tocsin.model.Category;
import java.util.List;

/**
 * What a phrase of a language says.
 *
 * @param category of a {@link Role#CLAIM}, else {@code null}
 * @param weak of a {@link Role#CLAIM}: whether it counts only where the report speaks of terrorism
 * @param kind of a {@link Role#KIND}, and of a claim that says what was done, else {@code null}
 * @param frame of a {@link Role#FRAME}, else {@code null}
 * @param number of a {@link Role#AGE} the days, of a {@link Role#MONTH} 1 to 12, else 0
 */
record Cue(Role role, Category category, boolean weak, Kind kind, Frame frame, int number) {
  /**
   * The cue that a section's header names: {@code ATTACK}, {@code ATTACK weak}, {@code KIND
   * THREAT}, {@code NEGATION}, {@code FRAME COURT}, {@code AGE 365}.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Cue of(String header) {
    var words = List.of(header.split(" "));
    for (var category : Category.values()) {
      if (category.name().equals(words.get(0))) {
        var kind = Kind.of(category);
        return new Cue(Role.CLAIM, category, words.contains("weak"), kind, null, 0);
      }
    }
    var role = Role.valueOf(words.get(0));
    return switch (role) {
      case KIND -> new Cue(role, null, false, Kind.valueOf(words.get(1)), null, 0);
      case FRAME -> new Cue(role, null, false, null, Frame.valueOf(words.get(1)), 0);
      case AGE, MONTH -> new Cue(role, null, false, null, null, Integer.parseInt(words.get(1)));
      default -> new Cue(role, null, false, null, null, 0);
    };
  }
}
