package io.tocsin.evaluate;

import io.tocsin.model.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the event coders of political science and our categories have in common. */
enum EventKind {
  VIOLENCE(
      EnumSet.of(Category.ATTACK, Category.ATTEMPT),
      Set.of("ASSAULT", "FIGHT"),
      List.of("attack", "kill", "bomb", "explo", "shot", "shoot", "clash", "fire")),
  THREAT(
      EnumSet.of(Category.THREAT, Category.WARNING),
      Set.of("THREATEN"),
      List.of("threat", "warn", "vow")),
  COERCION(
      EnumSet.of(Category.ARREST, Category.RAID, Category.WEAPONS_FIND),
      Set.of("COERCE"),
      List.of("arrest", "detain", "raid", "seize", "jail", "expel"));

  private final Set<Category> categories;
  private final Set<String> labels;
  private final List<String> stems;

  EventKind(Set<Category> categories, Set<String> labels, List<String> stems) {
    this.categories = categories;
    this.labels = labels;
    this.stems = stems;
  }

  /** Whether a claim of this category says so. */
  boolean isOf(Category category) {
    return categories.contains(category);
  }

  /** Whether a label of PLOVER says so. */
  boolean isOf(String label) {
    return labels.contains(label);
  }

  /** Whether a text holds one of a few words of it: the baseline. */
  boolean hasWordIn(String lowerCase) {
    return stems.stream().anyMatch(lowerCase::contains);
  }
}
