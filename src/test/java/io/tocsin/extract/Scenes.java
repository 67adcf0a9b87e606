package io.tocsin.extract;

import io.tocsin.extract.places.Toponyms;
import io.tocsin.reference.Reference;

/** One extractor for all tests: the shipped reference data and the real places. */
final class Scenes {
  static final Reference REFERENCE = Reference.load(null);
  static final Extractor EXTRACTOR = new Extractor(REFERENCE, new Toponyms(REFERENCE));

  private Scenes() {}
}
