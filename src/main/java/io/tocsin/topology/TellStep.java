package io.tocsin.topology;

import io.tocsin.assess.Outcome;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.CloudEvents;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes an outcome a record for subscribers: says when it was emitted and what it is; none for what
 * is forgotten.
 */
final class TellStep implements Processor<Subject, Outcome, Subject, AlertLevelChange> {
  private final Settings settings;
  private final CloudEvents events;
  private ProcessorContext<Subject, AlertLevelChange> context;

  TellStep(Settings settings) {
    this.settings = settings;
    this.events = new CloudEvents(settings.source());
  }

  @Override
  public void init(ProcessorContext<Subject, AlertLevelChange> context) {
    this.context = context;
  }

  @Override
  public void process(Record<Subject, Outcome> record) {
    var outcome = record.value();
    if (outcome.change() == null) {
      context.forward(record.withValue(null));
      return;
    }
    long now = context.currentSystemTimeMs();
    var change = outcome.change().emittedAt(Instant.ofEpochMilli(now));
    var headers = new RecordHeaders();
    events.stamp(headers, change, settings.codecs().format());
    CloudEvents.passTrace(record.headers(), headers);
    context.forward(new Record<>(record.key(), change, now, headers));
  }
}
