package io.tocsin.cli;

import io.tocsin.app.Requests;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class LetterSelection {
  @Option(
      names = "--reason",
      paramLabel = "R",
      description = "Refused for this: NOT_ADMITTED, say.")
  private String reason;

  @Option(
      names = "--topic",
      paramLabel = "T",
      description = "That came from this topic; its last part will do: news.")
  private String topic;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Published at this time or later: 2h, 7d, 2015-12-01, an ISO 8601 time.")
  private Instant since;

  Requests.LetterFilter filter() {
    return new Requests.LetterFilter(reason, topic, since);
  }

  boolean isGiven() {
    return reason != null || topic != null || since != null;
  }
}
