package io.tocsin.model;

/**
 * The Admiralty code's grade of a source (NATO STANAG 2511): A completely reliable to E unreliable;
 * F cannot be judged, which is "unknown" and not "worst".
 */
public enum Reliability {
  A,
  B,
  C,
  D,
  E,
  F;

  /** Whether a source of this grade can corroborate another. */
  public boolean canCorroborate() {
    return compareTo(C) <= 0;
  }
}
