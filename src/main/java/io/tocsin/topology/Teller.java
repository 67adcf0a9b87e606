package io.tocsin.topology;

import io.tocsin.assess.Outcome;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Subject;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topic;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes outcomes records for subscribers: says when each was emitted and what it is. A change is
 * encoded once for all who get it, and goes to their sinks by name.
 */
final class Teller {
  /** Where what is told goes: sinks of one step. */
  record Sinks(String levels, String alerts) {
    static Sinks of(String told) {
      return new Sinks("to-levels-of-" + told, "to-alerts-of-" + told);
    }
  }

  private final Sinks sinks;
  private final Tally tally;
  private final Format format;
  private final CloudEvents events;
  private final Serializer<Subject> subjects;
  private final Topic<Subject, AlertLevelChange> levels;
  private final Topic<Subject, AlertLevelChange> alerts;
  private final ProcessorContext<byte[], byte[]> context;

  Teller(Settings settings, Sinks sinks, ProcessorContext<byte[], byte[]> context) {
    this.sinks = sinks;
    this.context = context;
    this.tally = settings.tally();
    this.format = settings.codecs().format();
    this.events = new CloudEvents(settings.source());
    this.levels = settings.topics().levels();
    this.alerts = settings.topics().alerts();
    this.subjects = levels.keys().serializer();
  }

  /**
   * Tells an outcome: a subject's latest state, none for what is forgotten; a change to subscribers
   * to alerts as well.
   *
   * @param timestamp of the record that it comes of
   * @param trace what of that record's headers goes on
   * @return the state as it was told, or {@code null}
   */
  byte[] tell(Outcome outcome, long timestamp, Headers trace) {
    byte[] key = subjects.serialize(null, outcome.subject());
    if (outcome.change() == null) {
      context.forward(new Record<>(key, null, timestamp, trace), sinks.levels());
      return null;
    }
    long now = context.currentSystemTimeMs();
    var change = outcome.change().emittedAt(Instant.ofEpochMilli(now));
    var headers = events.of(change, format);
    CloudEvents.passTrace(trace, headers);
    byte[] state = encoded(levels, change);
    context.forward(new Record<>(key, state, now, headers), sinks.levels());
    if (outcome.isAlert()) {
      count(change, now - timestamp, headers);
      // what a registry numbers by topic may differ
      byte[] alert = format == Format.CONFLUENT ? encoded(alerts, change) : state;
      context.forward(new Record<>(key, alert, now, headers), sinks.alerts());
    }
    return state;
  }

  /** What falls due by itself comes of no record. */
  private void count(AlertLevelChange change, long millis, Headers headers) {
    tally.told(change.cause(), Tally.Direction.of(change), 1);
    if (change.cause() != Cause.DECAY && change.cause() != Cause.EXPIRY) {
      tally.took(Tally.Leg.TOPIC_TO_CHANGE, millis, CloudEvents.parent(headers));
    }
  }

  private static byte[] encoded(Topic<Subject, AlertLevelChange> topic, AlertLevelChange change) {
    return topic.values().serializer().serialize(topic.name(), change);
  }
}
