package io.tocsin.model;

import java.util.List;
import java.util.stream.Collectors;

/** A record that breaks one rule or more; carries every one of them. */
public final class InvalidRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidRecord(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public InvalidRecord(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
