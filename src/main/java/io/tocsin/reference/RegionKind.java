package io.tocsin.reference;

import java.util.Locale;

/** The kinds of region, largest first. */
enum RegionKind {
  COUNTRY,
  SUBDIVISION,
  CITY,
  PLACE;

  /** The kind as the file writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
