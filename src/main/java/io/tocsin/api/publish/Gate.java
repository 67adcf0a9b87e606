package io.tocsin.api.publish;

import io.tocsin.api.access.Caller;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.reference.Admission;
import io.tocsin.wire.EventLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a valid record must be beside, before it is published. */
final class Gate {
  /** Beside attributes no record comes near the size that a message may have. */
  private static final int HARMLESS = 400_000;

  private static final int LARGEST = 4 * 1024 * 1024;

  private final Admission admission;

  Gate(Admission admission) {
    this.admission = admission;
  }

  /** Every name that is not known, and a size that no message may have; empty where it may pass. */
  List<Problem> problems(Incoming record) {
    if (isTooLarge(record)) {
      return List.of(new Problem("", "", "must have at most " + LARGEST + " bytes as JSON"));
    }
    if (record instanceof NewsEvent event) {
      return admission.problems(event);
    }
    return record instanceof OfficialStatement statement
        ? admission.problems(statement)
        : admission.problems((Control) record);
  }

  /** Whose name a record bears that its sender may not speak for; empty where it may pass. */
  Optional<Problem> forbidden(Incoming record, Caller caller) {
    if (record instanceof NewsEvent event && !caller.speaksFor(event.source())) {
      return Optional.of(
          new Problem("source", event.source(), "is not a source that this token may speak for"));
    }
    if (record instanceof OfficialStatement statement
        && !caller.channel().speaksFor(statement.authority())) {
      return Optional.of(
          new Problem(
              "authority",
              statement.authority(),
              "is not an authority that this token may speak for"));
    }
    return Optional.empty();
  }

  private static boolean isTooLarge(Incoming record) {
    if (record instanceof NewsEvent event) {
      return length(event.attributes()) > HARMLESS && written(record) > LARGEST;
    }
    return record instanceof OfficialStatement statement
        && length(statement.attributes()) > HARMLESS
        && written(record) > LARGEST;
  }

  private static long length(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .mapToLong(entry -> entry.getKey().length() + entry.getValue().length())
        .sum();
  }

  private static long written(Incoming record) {
    return EventLines.line(record).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
