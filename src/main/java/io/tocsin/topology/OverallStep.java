package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Outcome;
import io.tocsin.assess.Overall;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Carries {@link Overall} for the regions of one partition. */
final class OverallStep implements Processor<String, Outcome, Subject, Outcome> {
  private final Codec<AlertLevelChange> codec;
  private ProcessorContext<Subject, Outcome> context;
  private KeyValueStore<Bytes, byte[]> members;
  private KeyValueStore<Bytes, byte[]> overalls;

  OverallStep(Codec<AlertLevelChange> codec) {
    this.codec = codec;
  }

  @Override
  public void init(ProcessorContext<Subject, Outcome> context) {
    this.context = context;
    members = context.getStateStore(Stores.MEMBERS);
    overalls = context.getStateStore(Stores.OVERALLS);
  }

  @Override
  public void process(Record<String, Outcome> record) {
    var outcome = record.value();
    var region = outcome.subject().region();
    var moved = enter(outcome);
    var present = members(region);
    byte[] kept = overalls.get(bytes(region));
    var before = kept == null ? null : codec.decode(kept);
    var after = moved == null ? null : Overall.after(before, moved, present);
    if (after != null) {
      overalls.put(bytes(region), codec.encode(after));
      boolean alert = after.sequence() > (before == null ? 0 : before.sequence());
      tell(record, new Outcome(after.subject(), kind(alert), after));
    }
    if (present.isEmpty()) {
      tell(record, new Outcome(Subject.overall(region), Outcome.Kind.FORGOTTEN, null));
    }
  }

  /** The latest state of the subject that moved, the last one where it is no longer tracked. */
  private AlertLevelChange enter(Outcome outcome) {
    var key = bytes(outcome.subject().region() + "|" + outcome.subject().entity());
    if (outcome.change() != null) {
      members.put(key, codec.encode(outcome.change()));
      return outcome.change();
    }
    byte[] last = members.delete(key);
    return last == null ? null : codec.decode(last);
  }

  private List<AlertLevelChange> members(String region) {
    var found = new ArrayList<AlertLevelChange>();
    try (var scan = members.prefixScan(region + "|", new StringSerializer())) {
      scan.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
    }
    return found;
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
