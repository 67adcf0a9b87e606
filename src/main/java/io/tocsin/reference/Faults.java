package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects every broken rule of a set, so that all are reported together. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String file, long line, Problem problem) {
    found.add(new Fault(file, line, problem));
  }

  void check() {
    if (!found.isEmpty()) {
      throw new InvalidReference(found);
    }
  }
}
