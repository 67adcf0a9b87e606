package io.tocsin.ingest.feed;

import java.time.Duration;

/** A look at a feed that did not succeed: for which reason, and what to tell people. */
final class FeedTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final transient Duration wait;

  FeedTrouble(Trouble trouble, String why) {
    this(trouble, why, Duration.ZERO, null);
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
  }

  Trouble trouble() {
    return trouble;
  }

  Duration leaveAlone() {
    return wait;
  }
}
