package io.tocsin.extract.places;

import io.tocsin.extract.Place;

/** A name in a text, and what has been found out about it so far. */
final class Mention {
  final int from;
  final int to;
  final Name name;

  /** The regions that it may be. */
  int[] candidates;

  Place.Kind kind = Place.Kind.NAME;

  /** Whether a preposition of place stands before it. */
  boolean located;

  /** Whether what is written beside it says which one is meant: {@code Paris, Texas}. */
  boolean pinned;

  /** What speaks against its being a place at all, in decades of population. */
  double doubt;

  /** Whether the word behind it makes a district of it: {@code Dallas County}. */
  boolean hasDistrict;

  boolean dropped;
  int chosen = Atlas.NOWHERE;
  double confidence;

  Mention(int from, int to, Name name, int[] candidates) {
    this.from = from;
    this.to = to;
    this.name = name;
    this.candidates = candidates;
  }

  boolean isSingle() {
    return to - from == 1;
  }

  boolean names() {
    return !dropped && kind == Place.Kind.NAME;
  }

  void drop() {
    dropped = true;
  }
}
