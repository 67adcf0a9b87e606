package io.tocsin.extract;

/**
 * A region that a text speaks of.
 *
 * @param span where
 * @param region its id
 * @param confidence that this region is meant and no other of the same name, in (0, 1]
 */
public record Place(Span span, String region, double confidence, Kind kind) {
  /** How a text names a region, strongest first. */
  public enum Kind {
    /** By its name: {@code Birmingham}. */
    NAME,
    /** By its people or as an adjective: {@code British}. */
    DEMONYM,
    /** By who rules it or resides there: {@code the Elysee}. */
    INSTITUTION
  }
}
