package io.tocsin.extract;

import io.tocsin.model.Category;

/**
 * What one side does to another, as event coders of political science tell it: the conflictual
 * classes of CAMEO (Schrodt, "CAMEO Conflict and Mediation Event Observations: Event and Actor
 * Codebook", 1.1b3, 2012) as PLOVER joins them.
 */
public enum Kind {
  /** CAMEO 18 to 20: assault, fight, mass violence; also what was foiled, as its code 185. */
  VIOLENCE,
  /** CAMEO 13: threaten, with force or without; an ultimatum. */
  THREAT,
  /** CAMEO 17 and 163: seize, restrict, ban, impose sanctions, arrest, deport, repress. */
  COERCION;

  /** What a claim of a category says was done; {@code null} where it says nothing of the sort. */
  static Kind of(Category category) {
    return switch (category) {
      case ATTACK, ATTEMPT -> VIOLENCE;
      case THREAT -> THREAT;
      case ARREST, RAID, WEAPONS_FIND -> COERCION;
      default -> null;
    };
  }
}
