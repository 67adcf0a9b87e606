package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Standing;
import java.util.Comparator;
import java.util.Locale;

/** How rows are put in order; what is equal goes by subject. */
enum Sort {
  /** Highest first, then by score. */
  LEVEL(Comparator.comparing(Standing::level).thenComparingDouble(Standing::score).reversed()),
  /** What moved last first. */
  TIME(Comparator.comparing(Standing::effectiveAt).reversed()),
  /** What falls next first. */
  FALL(Comparator.comparing(Standing::nextFallAt, Comparator.nullsLast(Comparator.naturalOrder()))),
  /** Where the two ledgers lie furthest apart first. */
  GAP(
      Comparator.comparingInt(Sort::gap)
          .thenComparing(Standing::level)
          .thenComparingDouble(Standing::score)
          .reversed()),
  SCORE(Comparator.comparingDouble(Standing::score).reversed()),
  /** By id. */
  ENTITY(Comparator.comparing(s -> s.subject().entity())),
  /** By id, so that a country is followed by what lies in it. */
  REGION(Comparator.comparing(s -> s.subject().region()));

  private final Comparator<Standing> comparator;

  Sort(Comparator<Standing> comparator) {
    this.comparator = comparator.thenComparing(Standing::subject);
  }

  Comparator<Standing> comparator() {
    return comparator;
  }

  Sort next() {
    return values()[(ordinal() + 1) % values().length];
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static int gap(Standing standing) {
    return Math.abs(standing.declared().ordinal() - standing.reported().ordinal());
  }
}
