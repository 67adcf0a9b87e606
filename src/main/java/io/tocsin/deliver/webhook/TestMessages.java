package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Message;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import java.time.Instant;
import java.util.List;

/**
 * Messages to try an endpoint with: a rise of a subject that nobody watches. Receivers that keep
 * what they were told also get its fall.
 */
public final class TestMessages {
  private static final String ENTITY = "tocsin-test";

  /** ISO 3166-1 leaves ZZ to users. */
  private static final String REGION = "ZZ";

  private TestMessages() {}

  public static List<Message> of(Endpoint endpoint, Instant now) {
    var level = Level.max(endpoint.terms().match().minLevel(), Level.MODERATE);
    var rise = message(1, Level.LOW, level, now);
    return endpoint.template().keepsState()
        ? List.of(rise, message(2, level, Level.LOW, now))
        : List.of(rise);
  }

  private static Message message(int sequence, Level from, Level to, Instant now) {
    var change =
        new AlertLevelChange(
            ENTITY + "-" + sequence,
            ENTITY,
            REGION,
            sequence,
            from,
            to,
            Level.LOW,
            to,
            0,
            0.5,
            Cause.CONTROL,
            null,
            now,
            now,
            List.of(),
            AlertLevelChange.Rest.NONE,
            List.of(),
            Held.NONE,
            null,
            "test",
            null);
    return new Message(Message.Kind.TEST, List.of(change), now);
  }
}
