package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with webhooks beside running them. */
public interface WebhookDesk {

  /**
   * An endpoint of the file.
   *
   * @param asks for which changes, in words
   */
  record Entry(String id, String template, String host, String asks) {}

  /**
   * The books of an endpoint over all runs, {@code raised = delivered + muted + abandoned +
   * pending}.
   *
   * @param isStarted whether it was ever run
   * @param last optional: the end of a change's way that came last
   */
  record State(
      String id,
      String template,
      String host,
      boolean isStarted,
      long raised,
      long delivered,
      long muted,
      long abandoned,
      long repeated,
      long pending,
      Line last) {}

  /**
   * What became of a change at an endpoint.
   *
   * @param fate in words, such as {@code silenced}
   * @param detail what led to it: the answer, the control
   */
  record Line(String endpoint, String fate, Instant at, String detail, AlertLevelChange change) {}

  /**
   * A test message and what came of it.
   *
   * @param answer the status and the beginning of the answer, or why there was none
   */
  record Tried(String id, String host, boolean isTaken, String answer, long millis) {}

  /**
   * What the file says.
   *
   * @throws Failure with everything that is wrong with it
   */
  List<Entry> check();

  /** The books of every endpoint of the file. */
  List<State> list();

  /**
   * Sends a test message.
   *
   * @param id optional: of the endpoint; all without one
   * @throws Failure where the file knows no such endpoint
   */
  List<Tried> test(String id);

  /**
   * What became of changes, in order of time.
   *
   * @param id optional: of the endpoint
   * @param since optional
   */
  void log(String id, Instant since, Consumer<Line> taker);
}
