package io.tocsin.ingest.cap;

import io.tocsin.model.Action;
import io.tocsin.model.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an authority's alert amounts to, by CAP's three scales. docs/publishing.md has the same as a
 * table.
 */
final class Effect {
  private static final Set<String> SERIOUS = Set.of("extreme", "severe");
  private static final Set<String> SURE = Set.of("observed", "likely", "very likely");
  private static final Set<String> AHEAD = Set.of("immediate", "expected", "future");
  private static final Set<String> SOON = Set.of("immediate", "expected");

  private Effect() {}

  /**
   * Security and CBRNE alone can warn: a flood is no reason to raise the level of a threat. What is
   * past, unlikely, minor or unknown is a comment.
   */
  static Action action(Info info) {
    if (!info.isSecurity()) {
      return Action.COMMENT;
    }
    if (info.responses().stream().anyMatch("AllClear"::equalsIgnoreCase)) {
      return Action.ALL_CLEAR;
    }
    return warns(word(info.severity()), word(info.certainty()), word(info.urgency()))
        ? Action.WARN
        : Action.COMMENT;
  }

  private static boolean warns(String severity, String certainty, String urgency) {
    if (SERIOUS.contains(severity)) {
      return AHEAD.contains(urgency) && (SURE.contains(certainty) || certainty.equals("possible"));
    }
    return severity.equals("moderate") && SURE.contains(certainty) && SOON.contains(urgency);
  }

  /** The level that a warning speaks of, by its severity; told, but it sets none. */
  static Optional<Level> level(Info info) {
    return switch (word(info.severity())) {
      case "extreme" -> Optional.of(Level.CRITICAL);
      case "severe" -> Optional.of(Level.SEVERE);
      case "moderate" -> Optional.of(Level.SUBSTANTIAL);
      default -> Optional.empty();
    };
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
