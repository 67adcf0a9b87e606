package io.tocsin.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A reference set that breaks one rule or more; carries every one of them. */
public final class InvalidReference extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  InvalidReference(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** The broken rules, in the order of the files and their lines. */
  public List<Fault> faults() {
    return faults;
  }
}
