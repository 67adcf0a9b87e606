package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every broken rule of a set, so that all are reported together. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String file, long line, Problem problem) {
    found.add(new Fault(file, line, problem));
  }

  /** Throws what was found, file by file in the order of their first faults, line by line. */
  void check() {
    if (found.isEmpty()) {
      return;
    }
    var files = found.stream().map(Fault::file).distinct().toList();
    throw new InvalidReference(
        found.stream()
            .sorted(
                Comparator.comparingInt((Fault fault) -> files.indexOf(fault.file()))
                    .thenComparingLong(Fault::line))
            .toList());
  }
}
