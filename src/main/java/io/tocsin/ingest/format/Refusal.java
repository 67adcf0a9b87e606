package io.tocsin.ingest.format;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document, or an item of one, of which no record could be made.
 *
 * @param where the item: {@code item 3}, {@code line 12}, {@code document}
 */
public record Refusal(String where, List<Problem> problems) {
  /** What the whole of a document is called. */
  public static final String DOCUMENT = "document";

  public Refusal {
    problems = List.copyOf(problems);
  }

  public static Refusal of(String where, InvalidRecord cause) {
    return new Refusal(where, cause.problems());
  }

  @Override
  public String toString() {
    return where
        + ": "
        + problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}
