package io.tocsin.evaluate;

import io.tocsin.extract.Kind;
import io.tocsin.model.Category;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the event coders of political science, our kinds and our categories have in common. */
enum EventKind {
  VIOLENCE(
      Kind.VIOLENCE,
      EnumSet.of(Category.ATTACK, Category.ATTEMPT),
      Set.of("ASSAULT", "FIGHT"),
      List.of("attack", "kill", "bomb", "explo", "shot", "shoot", "clash", "fire")),
  THREAT(
      Kind.THREAT,
      EnumSet.of(Category.THREAT, Category.WARNING),
      Set.of("THREATEN"),
      List.of("threat", "warn", "vow")),
  COERCION(
      Kind.COERCION,
      EnumSet.of(Category.ARREST, Category.RAID, Category.WEAPONS_FIND),
      Set.of("COERCE"),
      List.of("arrest", "detain", "raid", "seize", "jail", "expel"));

  private final Kind kind;
  private final Set<Category> categories;
  private final Set<String> labels;
  private final List<String> stems;

  EventKind(Kind kind, Set<Category> categories, Set<String> labels, List<String> stems) {
    this.kind = kind;
    this.categories = categories;
    this.labels = labels;
    this.stems = stems;
  }

  boolean isOf(Kind told) {
    return kind == told;
  }

  /** Whether a claim of this category says so. */
  boolean isOf(Category category) {
    return categories.contains(category);
  }

  /** Whether one of these classes of PLOVER says so. */
  boolean isAmong(Set<String> classes) {
    return !Collections.disjoint(labels, classes);
  }

  /** Whether a text holds one of a few words of it: the baseline. */
  boolean hasWordIn(String lowerCase) {
    return stems.stream().anyMatch(lowerCase::contains);
  }
}
