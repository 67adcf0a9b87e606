package io.tocsin.ingest.feed;

import io.tocsin.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A look at a feed that did not succeed: for which reason, and what to tell people. */
final class FeedTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final transient Duration wait;
  private final transient List<Problem> problems;

  FeedTrouble(Trouble trouble, String why) {
    this(trouble, why, Duration.ZERO, null);
  }

  /** A document as a whole that breaks rules. */
  FeedTrouble(Trouble trouble, List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.trouble = trouble;
    this.wait = Duration.ZERO;
    this.problems = problems;
  }

  FeedTrouble(Trouble trouble, String why, Throwable cause) {
    this(trouble, why, Duration.ZERO, cause);
  }

  /**
   * @param wait how long to leave it alone at least
   */
  FeedTrouble(Trouble trouble, String why, Duration wait, Throwable cause) {
    super(why, cause);
    this.trouble = trouble;
    this.wait = wait;
    this.problems = List.of(new Problem("document", "", why));
  }

  /** What is wrong, as it is told of an item. */
  List<Problem> problems() {
    return problems;
  }

  Trouble trouble() {
    return trouble;
  }

  Duration leaveAlone() {
    return wait;
  }
}
