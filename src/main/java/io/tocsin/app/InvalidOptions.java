package io.tocsin.app;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that breaks one rule or more; carries every one of them. */
public final class InvalidOptions extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One thing wrong.
   *
   * @param key as it was written
   * @param value what was given; a secret one is hidden
   * @param origin the file, variable or argument that gave it
   * @param rule what is allowed, as a sentence fragment: {@code must be 1..256}
   */
  public record Fault(String key, String value, String origin, String rule) {
    public Fault {
      value = Secrets.shown(key, value);
    }

    @Override
    public String toString() {
      return "%s %s, got '%s' (%s)".formatted(key, rule, value, origin);
    }
  }

  private final transient List<Fault> faults;

  public InvalidOptions(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
