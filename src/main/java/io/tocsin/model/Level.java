package io.tocsin.model;

/** A threat level, lowest first; {@link #ordinal()} is its index 0..4. */
public enum Level {
  LOW,
  MODERATE,
  SUBSTANTIAL,
  SEVERE,
  CRITICAL;

  private static final Level[] BY_INDEX = values();

  /** The level of an index 0..4. */
  public static Level of(int index) {
    return BY_INDEX[index];
  }

  public static Level max(Level a, Level b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  public boolean isAbove(Level other) {
    return compareTo(other) > 0;
  }
}
