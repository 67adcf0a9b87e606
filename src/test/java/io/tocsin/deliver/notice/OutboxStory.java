package io.tocsin.deliver.notice;

import static io.tocsin.deliver.notice.Changes.NOON;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An outbox, and short words to tell what happens to it. */
class OutboxStory {
  final Silences silences = new Silences(Changes::lineage);
  Terms terms = Terms.DEFAULT;
  Outbox outbox;
  private long offset;

  static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  Outbox outbox() {
    if (outbox == null) {
      outbox = new Outbox(terms, silences, Changes::lineage);
    }
    return outbox;
  }

  boolean take(AlertLevelChange change, long seconds) {
    return outbox().take(change, new Position(0, offset++), at(seconds));
  }

  /** All that is told up to a moment, each message taken at once. */
  List<Message> told(long seconds) {
    var told = new ArrayList<Message>();
    for (var due = outbox().due(at(seconds)); due.isPresent(); due = outbox().due(at(seconds))) {
      told.add(due.get());
      outbox().delivered(at(seconds), "200");
    }
    return told;
  }

  void silence(String entity, String region, long from, Long until) {
    silences.take(
        new Control(
            "silence-" + from,
            Control.Type.SILENCE,
            entity,
            region,
            null,
            until == null ? null : at(until),
            at(from),
            "amy",
            "known"));
  }

  static Terms matching(Match match) {
    return new Terms(
        match, Grouping.TRIGGER, Terms.DEFAULT_COLLECT, null, null, RetryLadder.STANDARD);
  }
}
