package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an endpoint is told at once.
 *
 * @param changes in the order in which they came, which is that of each subject
 * @param made when it was put together, by the wall clock
 */
public record Message(Kind kind, List<AlertLevelChange> changes, Instant made) {
  public Message {
    changes = List.copyOf(changes);
  }

  /** Why it is told. */
  public enum Kind {
    /** Levels moved. */
    CHANGE,
    /** Nobody's level: somebody tries whether the endpoint is reached. */
    TEST,
    /** Nothing moved, and the level still stands. */
    REMINDER,
    /** A silence is over, and the level is not what was last told. */
    AFTER_SILENCE
  }

  /**
   * The same for the same changes to the same endpoint, however often it is made, so that a
   * receiver knows what it has had: {@code webhook-id} of Standard Webhooks.
   *
   * <p>A reminder is another message each time; it does not survive a restart.
   */
  public String id(String endpoint) {
    var moment = kind == Kind.REMINDER || kind == Kind.TEST ? made.toString() : "";
    var named =
        changes.stream()
            .map(AlertLevelChange::id)
            .collect(Collectors.joining(",", endpoint + "/" + kind + moment + "/", ""));
    return "msg_" + UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
  }
}
