package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Outcome;
import io.tocsin.assess.Overall;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Carries {@link Overall} for the regions of one partition. */
final class OverallStep implements Processor<String, Outcome, Subject, Outcome> {
  private final Codec<AlertLevelChange> codec;
  private ProcessorContext<Subject, Outcome> context;
  private Roster roster;
  private KeyValueStore<Bytes, byte[]> overalls;

  OverallStep(Codec<AlertLevelChange> codec) {
    this.codec = codec;
  }

  @Override
  public void init(ProcessorContext<Subject, Outcome> context) {
    this.context = context;
    roster = new Roster(context.getStateStore(Stores.MEMBERS), codec);
    overalls = context.getStateStore(Stores.OVERALLS);
  }

  @Override
  public void process(Record<String, Outcome> record) {
    var outcome = record.value();
    var region = outcome.subject().region();
    var moved = enter(outcome);
    byte[] kept = overalls.get(bytes(region));
    var before = kept == null ? null : codec.decode(kept);
    // most moves change nothing overall, which shows without reading all states in full
    if (moved != null && Overall.after(before, moved, roster.outlined(region)) != null) {
      var after = Overall.after(before, moved, roster.members(region));
      overalls.put(bytes(region), codec.encode(after));
      boolean alert = after.sequence() > (before == null ? 0 : before.sequence());
      tell(record, new Outcome(after.subject(), kind(alert), after));
    }
    if (roster.outlined(region).isEmpty()) {
      tell(record, new Outcome(Subject.overall(region), Outcome.Kind.FORGOTTEN, null));
    }
  }

  /** The latest state of the subject that moved, the last one where it is no longer tracked. */
  private AlertLevelChange enter(Outcome outcome) {
    if (outcome.change() == null) {
      return roster.leave(outcome.subject());
    }
    roster.enter(outcome.change());
    return outcome.change();
  }

  private void tell(Record<String, Outcome> record, Outcome outcome) {
    context.forward(record.withKey(outcome.subject()).withValue(outcome));
  }

  private static Outcome.Kind kind(boolean alert) {
    return alert ? Outcome.Kind.CHANGED : Outcome.Kind.RENEWED;
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(UTF_8));
  }
}
